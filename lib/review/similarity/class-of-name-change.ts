import { wordsOfName } from '../../credential/folded-name';
import type { NameChangeClass } from '../terms/finding';
import { distanceOf, editDistance } from './edit-distance';
import { givenNameFirst, isFamilyName, isOfFamilyFirstScript } from './family-first';
import { FoldedName, isSameWord } from './folded-units';
import { generationOf } from './generation';
import { compareNearWord, lettersIn } from './name-typo';

/**
 * Letters that may differ in a typing error; the platform itself lets one or two pass
 * (docs/platform.md).
 */
const TYPO = 2;
/**
 * Letters of a name for each that may differ: in a name of three, one other letter is another name.
 */
const LETTERS_PER_TYPO = 4;

/**
 * How a new name differs from the present one, from harmless to grave:
 * - `spelling`: only in case, accents, spacing, hyphens, apostrophes or composition;
 * - `order`: the same words in another order ("Doe, Jane");
 * - `typo`: one or two letters, at most one in four of each word, and no ending that makes another
 *   name of it ("Daniel" -> "Daniela");
 * - `surname`: the first given name stays and other words are replaced, added or dropped, as on
 *   marriage;
 * - `another-person`: anything else. What cannot be told apart with certainty is here, as are
 *   father and son ("Jr" -> "Sr") and a family name that stays in front ("Wang Wei" -> "Wang
 *   Fang").
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
 * Classifies without making the words, where each sign of the names can be folded by itself; else
 * null.
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
    return nearByUnits() ?? classByWords(before, after);
  // The given name may stand behind a comma or beside capitals.
  if (left.maySayOrder || right.maySayOrder) return null;
  const keepsFirst = left.words > 1 && right.words > 1 && left.start(1) > 1 && isSameWord(left, right, 0);
  if (!keepsFirst || isFamilyName(left.word(0))) return 'another-person';
  return differInGeneration(lastOf(left), lastOf(right)) ? 'another-person' : 'surname';
}

/**
 * The class of names that are a letter or two apart, by the words in which they differ; null where
 * that is not enough.
 */
function nearByUnits(): NameChangeClass | null {
  if (left.words !== right.words || differInGeneration(lastOf(left), lastOf(right))) return null;
  let found: NameChangeClass | null = 'typo';
  for (let at = 0; at < left.words; at += 1) {
    if (isSameWord(left, right, at)) continue;
    const near = compareNearWord(left.word(at), right.word(at), at > 0);
    if (near === 'another-name') return 'another-person';
    if (near === 'other-word') found = null;
  }
  return found;
}

function lastOf(name: FoldedName): string | undefined {
  return name.words > 2 ? name.word(name.words - 1) : undefined;
}

/** Tells whether the last words of two names say two generations. */
function differInGeneration(one: string | undefined, other: string | undefined): boolean {
  const [first, second] = [generationOf(one), generationOf(other)];
  return first !== second && first !== null && second !== null;
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
  const isNear = allowed > 0 && editDistance(leftLetters, rightLetters, allowed) <= allowed;
  const [one, other] = [left, right].map((words) => (words.length > 2 ? words.at(-1) : undefined));
  if (differInGeneration(one, other)) return 'another-person';
  const isSameGeneration = generationOf(one) === generationOf(other);
  const near = isNear && isSameGeneration ? compareNear(left, right) : null;
  if (near !== null) return near;
  return keepsGivenName(before, after) ? 'surname' : 'another-person';
}

function compareNear(left: readonly string[], right: readonly string[]): NameChangeClass | null {
  // With a space lost or won there are no words to compare one by one.
  if (left.length !== right.length) return 'typo';
  const found = left.flatMap((word, at) => {
    const other = right[at];
    return other === undefined || other === word ? [] : [compareNearWord(word, other, at > 0)];
  });
  if (found.includes('another-name')) return 'another-person';
  return found.includes('other-word') ? null : 'typo';
}

/** How many letters may differ in a name of so many. */
function typosIn(letters: number): number {
  return Math.min(TYPO, Math.floor(letters / LETTERS_PER_TYPO));
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
