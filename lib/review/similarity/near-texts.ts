import { int32At } from '../../element-at';
import { editDistance } from './edit-distance';

/**
 * Letters that may be missing or taken for another; any letter can be too many, or be swapped with
 * its neighbour.
 */
const LETTERS = Array.from("abcdefghijklmnopqrstuvwxyz0123456789@.-_+'äáàâãåçéèêëíìîïñöóòôõøüúùûß", spread);

/**
 * Makes a finder of the texts in a list that are one edit (edit-distance.ts) from a text: their
 * places. `null` stands for a place without a text.
 *
 * Texts are hashed by the sum of their letters, whatever their order. A text one edit away has one
 * of a few hundred sums, so only texts with these sums are compared: "ada@x.org" finds "adaa@x.org"
 * by the sum with one more "a". An index of every text without each of its letters would take
 * thirty times the memory.
 */
export function nearTexts(texts: readonly (string | null)[]): (text: string) => readonly number[] {
  const sums = Int32Array.from(texts, (text) => (text === null ? 0 : sumOf(lettersOf(text))));
  let room = 16;
  while (room < texts.length) room *= 2;
  /**
   * Hash chains: one more than the first place of each slot (0: none), and than the next place
   * after each.
   */
  const first = new Int32Array(room);
  const next = new Int32Array(texts.length);
  for (const [place, sum] of sums.entries()) {
    const slot = sum & (room - 1);
    next[place] = int32At(first, slot);
    first[slot] = place + 1;
  }
  return (text) => {
    const near: number[] = [];
    for (const sum of sumsNear(lettersOf(text)))
      for (let at = int32At(first, sum & (room - 1)); at > 0; at = int32At(next, at - 1)) {
        const other = sums[at - 1] === sum ? texts[at - 1] : null;
        if (typeof other === 'string' && editDistance(text, other, 1) === 1) near.push(at - 1);
      }
    return near;
  };
}

/** The sums of all texts that are one letter away; the same one where two letters are swapped. */
function sumsNear(letters: readonly number[]): ReadonlySet<number> {
  const sum = sumOf(letters);
  const sums = new Set([sum]);
  for (const other of LETTERS) sums.add((sum + other) | 0);
  for (const letter of new Set(letters)) {
    const without = (sum - letter) | 0;
    sums.add(without);
    for (const other of LETTERS) sums.add((without + other) | 0);
  }
  return sums;
}

function lettersOf(text: string): readonly number[] {
  return Array.from(text, spread);
}

function sumOf(letters: readonly number[]): number {
  return letters.reduce((sum, letter) => (sum + letter) | 0, 0);
}

/** So that "ac" has not the sum of "bb": the end of MurmurHash3. */
function spread(letter: string): number {
  const code = letter.codePointAt(0) ?? 0; // no letter is empty
  const half = Math.imul(code ^ 0x9e3779b9, 0x85ebca6b);
  return Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
}
