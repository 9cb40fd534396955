import { distanceOf, editDistance } from './edit-distance';
import type { NameChangeClass } from '../terms/finding';
import { wordsOfName } from '../../credential/folded-name';
import { FoldedName } from './folded-units';

/** Letters that may differ in a typing error; the platform itself lets one or two pass (docs/platform.md). */
const TYPO = 2;
/** Letters of a name for each that may differ: in a name of three, one other letter is another name. */
const LETTERS_PER_TYPO = 4;

/**
 * How a new name differs from the present one, from harmless to grave:
 * - `spelling`: only in case, accents, spacing, hyphens, apostrophes or composition;
 * - `order`: the same words in another order ("Doe, Jane");
 * - `typo`: one or two letters, and at most one in four;
 * - `surname`: the first given name stays and other words are replaced, added or dropped, as on marriage;
 * - `another-person`: anything else. What cannot be told apart with certainty is here.
 *
 * By code points after normalisation, so that it holds for names in any script.
 */
export function classOfNameChange(before: string, after: string): NameChangeClass {
  return classByUnits(before, after) ?? classByWords(before, after);
}

const left = new FoldedName();
const right = new FoldedName();

/** Classifies without making any text, where each sign of the names can be folded by itself; else null. */
function classByUnits(before: string, after: string): NameChangeClass | null {
  if (!left.take(before) || !right.take(after)) return null;
  if (left.length === right.length) {
    let at = 0;
    while (at < left.length && left.letters[at] === right.letters[at]) at += 1;
    if (at === left.length) return 'spelling';
    // The same letters in another order: perhaps the same words.
    if (left.sum === right.sum && left.words === right.words) return null;
  }
  const allowed = typosIn(Math.min(left.length, right.length));
  if (allowed > 0 && distanceOf(left.letters, left.length, right.letters, right.length, allowed) <= allowed)
    return 'typo';
  if (COMMA.test(before) || COMMA.test(after)) return null;
  // A single letter is an initial (see `keepsGivenName`).
  let isSame = left.words > 1 && right.words > 1 && left.first > 1 && left.first === right.first;
  for (let at = 0; at < left.first && isSame; at += 1) isSame = left.letters[at] === right.letters[at];
  return isSame ? 'surname' : 'another-person';
}

/** The class by the words of both names: for names in any script. */
export function classByWords(before: string, after: string): NameChangeClass {
  const left = wordsOfName(before);
  const right = wordsOfName(after);
  const leftLetters = left.join('');
  const rightLetters = right.join('');
  if (leftLetters === rightLetters) return 'spelling';
  const mayBeOrder = left.length === right.length && leftLetters.length === rightLetters.length;
  if (mayBeOrder && left.toSorted().join(' ') === right.toSorted().join(' ')) return 'order';
  const allowed = typosIn(Math.min(lettersIn(leftLetters), lettersIn(rightLetters)));
  if (allowed > 0 && editDistance(leftLetters, rightLetters, allowed) <= allowed) return 'typo';
  return keepsGivenName(before, after) ? 'surname' : 'another-person';
}

/** How many letters may differ in a name of so many. */
function typosIn(letters: number): number {
  return Math.min(TYPO, Math.floor(letters / LETTERS_PER_TYPO));
}

/** Code points of a text. */
function lettersIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (!isSecondHalf(text.charCodeAt(at))) count += 1;
  return count;
}

/** Whether a code unit is the second half of a code point beyond U+FFFF. */
function isSecondHalf(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Both names have several words, and the first given name is the same. */
function keepsGivenName(before: string, after: string): boolean {
  const [left, ...restOfLeft] = givenNameFirst(before);
  const [right, ...restOfRight] = givenNameFirst(after);
  if (left === undefined || right === undefined) return false; // a name without letters
  // A single letter is an initial: "J. Doe" and "J. Smith" need not be the same J.
  return restOfLeft.length > 0 && restOfRight.length > 0 && left === right && left.length > 1;
}

const COMMA = /[,،、]/u;

/** "Doe, Jane" as jane, doe. */
function givenNameFirst(name: string): readonly string[] {
  if (!COMMA.test(name)) return wordsOfName(name);
  const [surname = '', given, more] = name.split(COMMA);
  if (given === undefined || more !== undefined) return wordsOfName(name);
  return [...wordsOfName(given), ...wordsOfName(surname)];
}
