import { foldedWords } from '../../credential/folded-name';

/*
 * Names as numbers: what `foldedWords` makes of each sign by itself, for names in Latin, Greek and Cyrillic letters, which
 * are most. Judging 100,000 changes of name makes no text this way.
 */

/** A sign between words, inside of one without being a letter, or one of which more than itself has to be known. */
export const BETWEEN = 0xffff;
export const INSIDE = 0xfffe;
export const UNKNOWN = 0xfffd;
const NOT_ASKED = 0xfffc;

/** Latin, Greek and Cyrillic with their accents. Beyond, signs that stand beside each other may be composed to one. */
const folded = new Uint16Array(0x530).fill(NOT_ASKED);

/** The letter that a code unit is folded to, or BETWEEN, INSIDE or UNKNOWN. */
export function foldedUnit(unit: number): number {
  const known = folded[unit] ?? UNKNOWN; // beyond the table
  return known === NOT_ASKED ? ask(unit) : known;
}

/** Between two letters it is seen what a sign does. */
function ask(unit: number): number {
  const words = foldedWords(`a${String.fromCharCode(unit)}a`).join(' ');
  const between = words.slice(1, -1);
  const found =
    words === 'a a'
      ? BETWEEN
      : words === 'aa'
        ? INSIDE
        : between.length === 1
          ? between.charCodeAt(0)
          : UNKNOWN;
  folded[unit] = found;
  return found;
}

/** A name of which letters and words are known. */
export class FoldedName {
  /** Its letters, word after word without anything between them. */
  readonly letters = new Uint16Array(MOST_LETTERS);
  length = 0;
  words = 0;
  /** Letters of the first word. */
  first = 0;
  /** The sum of its letters, whatever their order. */
  sum = 0;

  /** Takes a name; false when there is more to it than its signs one by one. */
  take(name: string): boolean {
    if (name.length > MOST_LETTERS) return false;
    let length = 0;
    let sum = 0;
    let isInWord = false;
    this.words = 0;
    this.first = 0;
    for (let at = 0; at < name.length; at += 1) {
      const unit = foldedUnit(name.charCodeAt(at));
      if (unit === UNKNOWN) return false;
      if (unit === INSIDE) continue;
      if (unit === BETWEEN) {
        if (isInWord && this.words === 1) this.first = length;
        isInWord = false;
        continue;
      }
      if (!isInWord) this.words += 1;
      isInWord = true;
      this.letters[length] = unit;
      length += 1;
      sum += unit;
    }
    if (this.words === 1) this.first = length;
    this.length = length;
    this.sum = sum;
    return true;
  }
}

const MOST_LETTERS = 128;
