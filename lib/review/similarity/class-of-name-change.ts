import { wordsOfName } from '../../credential/folded-name';
import type { NameChangeClass } from '../terms/finding';
import { distanceOf, editDistance } from './edit-distance';
import { COMMA, givenNameFirst, isFamilyName, isOfFamilyFirstScript } from './family-first';
import { FoldedName } from './folded-units';
import { withoutGeneration } from './name-suffix';
import { compareNearNames } from './name-typo';

/** Letters that may differ in a typing error; the platform itself lets one or two pass (docs/platform.md). */
const TYPO = 2;
/** Letters of a name for each that may differ: in a name of three, one other letter is another name. */
const LETTERS_PER_TYPO = 4;

/**
 * How a new name differs from the present one, from harmless to grave:
 * - `spelling`: only in case, accents, spacing, hyphens, apostrophes or composition;
 * - `order`: the same words in another order ("Doe, Jane");
 * - `typo`: one or two letters, at most one in four of each word, and no ending that makes another
 *   name of it ("Daniel" -> "Daniela");
 * - `surname`: the first given name stays and other words are replaced, added or dropped, as on marriage;
 * - `another-person`: anything else. What cannot be told apart with certainty is here, as are father
 *   and son ("Jr" -> "Sr") and a family name that stays in front ("Wang Wei" -> "Wang Fang").
 *
 * By code points after normalisation, so that it holds for names in any script. That another
 * credential of the group has the new name is not asked here (rules/name-change.ts).
 */
export function classOfNameChange(before: string, after: string): NameChangeClass {
  return classByUnits(before, after) ?? classByWords(before, after);
}

const left = new FoldedName();
const right = new FoldedName();

/**
 * Classifies without making any text, where each sign of the names can be folded by itself and they
 * are the same or plainly two people's; else null.
 */
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
    return null;
  if (COMMA.test(before) || COMMA.test(after)) return null;
  // Perhaps the given name stays, or capitals say which one it is.
  let isSame = left.first > 0 && left.first === right.first;
  for (let at = 0; at < left.first && isSame; at += 1) isSame = left.letters[at] === right.letters[at];
  return isSame || CAPITALS.test(before) || CAPITALS.test(after) ? null : 'another-person';
}

/** Two capitals in a row. */
const CAPITALS = /\p{Lu}{2}/u;

/** The class by the words of both names: for names in any script. */
export function classByWords(before: string, after: string): NameChangeClass {
  const left = wordsOfName(before);
  const right = wordsOfName(after);
  const leftLetters = left.join('');
  const rightLetters = right.join('');
  if (leftLetters === rightLetters) return 'spelling';
  const mayBeOrder = left.length === right.length && leftLetters.length === rightLetters.length;
  if (mayBeOrder && left.toSorted().join(' ') === right.toSorted().join(' ')) return 'order';
  const one = withoutGeneration(left);
  const other = withoutGeneration(right);
  const isSameGeneration = one.generation === other.generation;
  if (one.generation !== null && other.generation !== null && !isSameGeneration) return 'another-person';
  const allowed = typosIn(Math.min(lettersIn(leftLetters), lettersIn(rightLetters)));
  const isNear =
    isSameGeneration && allowed > 0 && editDistance(leftLetters, rightLetters, allowed) <= allowed;
  // Where a space was lost or won, there are no words to compare one by one.
  const near = !isNear ? null : left.length === right.length ? compareNearNames(left, right) : 'typo';
  if (near === 'typo') return 'typo';
  if (near === 'another-name') return 'another-person';
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

/** Tells whether both names have several words, and the same given name in front. */
function keepsGivenName(before: string, after: string): boolean {
  const one = givenNameFirst(before);
  const other = givenNameFirst(after);
  const left = wordsOfName(one.name);
  const right = wordsOfName(other.name);
  const [first] = left;
  if (first === undefined || left.length < 2 || right.length < 2) return false;
  if (!one.isKnown || !other.isKnown) {
    if (isOfFamilyFirstScript(first)) return left.at(-1) === right.at(-1);
    if (isFamilyName(first)) return false;
  }
  // A single letter is an initial: "J. Doe" and "J. Smith" need not be the same J.
  return first === right[0] && first.length > 1;
}
