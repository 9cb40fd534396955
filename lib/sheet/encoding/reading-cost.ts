import type { Language } from './languages';
import { signCost, WORD } from './sign-cost';
import { wordCost } from './word-cost';

/** Bits of a letter that a language does not have, and of one that its neighbours have. */
const FOREIGN_LETTER = 10;
const NEIGHBOURS_LETTER = 6;
/** Bits of what no name has: a capital behind a small letter, two scripts in one word. */
const NEVER = 10;
/** Bits of what few names have. */
const RARE = 3;

const SCRIPTS: Readonly<Record<Language['script'], RegExp>> = {
  latin: /\p{Script=Latin}/u,
  cyrillic: /\p{Script=Cyrillic}/u,
  greek: /\p{Script=Greek}/u,
  hebrew: /\p{Script=Hebrew}/u,
  arabic: /\p{Script=Arabic}/u,
  thai: /\p{Script=Thai}/u,
};

/** A word, or one sign that is none. */
const PARTS = /(?:(?![ªº\u02B0-\u02FF])[\p{L}\p{M}])+|./gsu;

/**
 * Bits that a text costs as a text of the likeliest of some languages: how surprising its
 * characters beyond ASCII are. Letters cost by their frequency, signs by their place, and what
 * cannot be in a word costs most. "José" is cheap as a western text, "Jos‚" and "JosŽ" are dear.
 *
 * @param languages of one script, at least one
 */
export function readingCost(text: string, languages: readonly Language[]): number {
  const letters = new Map<string, number>();
  const script = languages[0]?.script ?? 'latin';
  const form = formCost(text, script, letters);
  return form + Math.min(...languages.map((language) => lettersCost(letters, language)));
}

/** Bits of signs and of the forms of words. Counts the letters beyond ASCII on the way. */
function formCost(text: string, script: Language['script'], letters: Map<string, number>): number {
  let bits = 0;
  const parts = text.match(PARTS) ?? [];
  for (let at = 0; at < parts.length; at += 1) {
    const [before, part = '', behind] = [parts[at - 1], parts[at], parts[at + 1]];
    if (/^[\x00-\x7F]*$/.test(part)) continue;
    if (!WORD.test(part)) bits += signCost(part, { before, behind });
    else bits += wordCost(part, script) + caseCost(part, script, letters) + digitCost(before, behind);
  }
  return bits;
}

/** Names do not touch digits. */
function digitCost(before: string | undefined, behind: string | undefined): number {
  return [before, behind].some((part) => part !== undefined && part >= '0' && part <= '9') ? RARE : 0;
}

/** Bits of a capital within a word, of two scripts in it, and of accents side by side. */
function caseCost(word: string, script: Language['script'], letters: Map<string, number>): number {
  let bits = 0;
  let before = '';
  for (const letter of word) {
    const isBeyond = letter >= '\x80';
    const isCapital = letter !== letter.toLowerCase();
    // "McEwan" is possible, "JosÄ" is not.
    if (isCapital && before !== before.toUpperCase() && (isBeyond || before >= '\x80')) bits += NEVER;
    if (isBeyond) {
      letters.set(letter, (letters.get(letter) ?? 0) + 1);
      if (script === 'latin' && before >= '\x80' && !/\p{M}/u.test(letter)) bits += RARE;
    } else if (script !== 'latin') {
      bits += NEVER / 2;
    }
    before = letter;
  }
  return bits;
}

function lettersCost(letters: ReadonlyMap<string, number>, language: Language): number {
  let bits = 0;
  for (const [letter, times] of letters) bits += letterCost(letter, language) * times;
  return bits;
}

function letterCost(letter: string, { script, letters, firstBits, stepBits, beside }: Language): number {
  const small = letter.toLowerCase();
  const place = letters.indexOf(small);
  const capital = small === letter ? 0 : 0.5;
  if (place >= 0) return firstBits + place * stepBits + capital;
  if (beside.includes(small)) return NEIGHBOURS_LETTER + capital;
  return SCRIPTS[script].test(letter) ? FOREIGN_LETTER : FOREIGN_LETTER + RARE;
}
