import { wordsOfName } from '../../credential/folded-name';
import type { NameChangeClass } from '../terms/finding';
import { commonElement, isTitle } from './titles-and-shared-names';
import { isDeclined, isSlavicSurname } from './declined-surname';
import { distanceOf, editDistance } from './edit-distance';
import { isFamilyName } from './family-first';
import { FoldedName, isSameWord } from './folded-units';
import { compareNearWord, MOST_OF_WORD, type NearWord } from './name-typo';
import { personOfName, type PersonOfName } from './person-of-name';
import { isSameSound } from './same-sound';
import { isOtherVietnamese } from './vietnamese-accents';

/** Letters that may differ in a name of several words: each of these may sound the same. */
const MOST_LETTERS = 6;

/** Tells whether many of a group have a word in front of their names. */
export type IsShared = (first: string) => boolean;
const NOBODY: IsShared = () => false;

/**
 * How a new name differs from the present one, from harmless to grave:
 * - `spelling`: only in case, accents, spacing, hyphens, apostrophes, composition, or a title;
 * - `order`: the same words in another order ("Doe, Jane");
 * - `typo`: each word is the same, sounds the same, or has a typing error (name-typo.ts);
 * - `surname`: the given name stays and the surname is replaced, as on marriage, or words are
 *   added or dropped;
 * - `another-person`: anything else. What cannot be told apart with certainty is here: father and
 *   son ("Jr" -> "Sr"), a family name that stays in front ("Wang Wei" -> "Wang Fang"), a first word
 *   that many people share ("Muhammad Rizky" -> "Muhammad Fauzan"), and Vietnamese accents ("Lan"
 *   -> "Lân").
 *
 * By code points after normalisation, so that it holds for names in any script. `isShared`: the
 * first words that many of the group have, as `wordsOfName` gives them. That another credential of
 * the group has the new name is not asked here (rules/name-change.ts).
 */
export function classOfNameChange(before: string, after: string, isShared = NOBODY): NameChangeClass {
  return classByUnits(before, after, isShared) ?? classByWords(before, after, isShared);
}

const left = new FoldedName();
const right = new FoldedName();

/**
 * Classifies the most frequent changes without making the words, where each sign of the names can
 * be folded by itself; else null.
 */
function classByUnits(before: string, after: string, isShared: IsShared): NameChangeClass | null {
  if (!left.take(before) || !right.take(after)) return null;
  if (left.length === right.length) {
    let at = 0;
    while (at < left.length && left.letters[at] === right.letters[at]) at += 1;
    if (at === left.length) return isOtherVietnamese(before, after) ? 'another-person' : 'spelling';
    // The same letters in another order: perhaps the same words.
    if (left.sum === right.sum && left.words === right.words) return null;
  }
  // A comma, capitals, a hyphen or a dot may say what the words are.
  if (left.needsSigns || right.needsSigns) return null;
  if (left.words === 2 && right.words === 2 && isSameWord(left, right, 0)) {
    if (tellsNobody(left.word(0), isShared)) return null;
    return CLASS_OF_SURNAME[compareNearWord(left.word(1), right.word(1), false)];
  }
  const distance = distanceOf(left.letters, left.length, right.letters, right.length, MOST_LETTERS);
  return distance <= MOST_LETTERS || shareWord() ? null : 'another-person';
}

/** The class of a name of which the given name stays, by how the surname differs. */
const CLASS_OF_SURNAME: Readonly<Record<NearWord, NameChangeClass>> = {
  typo: 'typo',
  'another-name': 'another-person',
  'other-word': 'surname',
};

/** Tells whether the names have a word in common, wherever it stands. */
function shareWord(): boolean {
  for (let at = 0; at < left.words; at += 1)
    for (let other = 0; other < right.words; other += 1) if (isSameWord(left, right, at, other)) return true;
  return false;
}

/** Tells whether a first word says nothing of who it is. A single letter is an initial. */
function tellsNobody(first: string, isShared: IsShared): boolean {
  if (first.length < 2 || isFamilyName(first) || isShared(first)) return true;
  return isTitle(first) || commonElement(first) !== null || isSlavicSurname(first);
}

/** The class by the words of both names: for names in any script. */
export function classByWords(before: string, after: string, isShared = NOBODY): NameChangeClass {
  const words = wordsOfName(before);
  const others = wordsOfName(after);
  if (words.join('') === others.join('')) return spelling('spelling', before, after);
  if (hasSameWords(words, others))
    return areGivenExchanged(words, others) ? 'another-person' : spelling('order', before, after);
  const one = personOfName(before, isShared);
  const other = personOfName(after, isShared);
  if (one.generation !== null && other.generation !== null && one.generation !== other.generation)
    return 'another-person';
  const isSameGeneration = one.generation === other.generation;
  if (hasSameWords(one.words, other.words))
    return (one.generation ?? other.generation) ? 'surname' : spelling('spelling', before, after);
  if (one.common !== null && one.common === other.common) {
    if (isPartOf(one.words, other.words)) return 'surname';
    if ([one, other].every(({ words: its }) => its.some((word) => PATRONYMIC.has(word))))
      return 'another-person';
  }
  const [person, another] = withoutCommon(one, other);
  const near = compareNear(person, another);
  if (near === 'another-name') return 'another-person';
  if (near === 'typo' && isEachMistyped(person, another)) return 'another-person';
  if (near === 'typo') return isSameGeneration ? 'typo' : 'surname';
  return keepsPerson(person, another) ? 'surname' : 'another-person';
}

function spelling(which: 'spelling' | 'order', before: string, after: string): NameChangeClass {
  return isOtherVietnamese(before, after) ? 'another-person' : which;
}

/**
 * Tells whether the same words are those of two people: the family name stays at the end, and the
 * given names in front of it changed places. "María José Gil" and "José María Gil" are a woman and
 * a man. "Gil María José" is another order of one name.
 */
function areGivenExchanged(words: readonly string[], others: readonly string[]): boolean {
  return words.length > 2 && words.at(-1) === others.at(-1) && words[0] !== others[0];
}

function hasSameWords(words: readonly string[], others: readonly string[]): boolean {
  return words.length === others.length && words.toSorted().join(' ') === others.toSorted().join(' ');
}

/** Tells whether one of two names has all words of the other one. */
function isPartOf(words: readonly string[], others: readonly string[]): boolean {
  return words.every((word) => others.includes(word)) || others.every((word) => words.includes(word));
}

/** Both names without the very common one in front that they share: what is behind it counts. */
function withoutCommon(one: PersonOfName, other: PersonOfName): readonly [PersonOfName, PersonOfName] {
  if (one.common === null || one.common !== other.common) return [one, other];
  const behind = (person: PersonOfName) => ({ ...person, words: person.words.slice(person.given), given: 1 });
  return [behind(one), behind(other)];
}

/**
 * The gravest difference of words that stand at the same place; other words are no typing error.
 */
function compareNear(one: PersonOfName, other: PersonOfName): NearWord {
  if (one.words.length !== other.words.length) {
    // With a space lost or won there are no words to compare one by one.
    const [letters, others] = [one.words.join(''), other.words.join('')];
    return compareNearWord(letters, others, false) === 'typo' && one.words[0]?.[0] === other.words[0]?.[0]
      ? 'typo'
      : 'other-word';
  }
  const isFamilyFirst = one.isFamilyFirst && other.isFamilyFirst;
  const given = Math.max(one.given, other.given);
  let letters = 0;
  let found: NearWord = 'typo';
  for (const [at, word] of one.words.entries()) {
    const its = other.words[at] ?? ''; // they are as many
    if (its === word) continue;
    const near = compareNearWord(word, its, isFamilyFirst ? at > 0 : at < given);
    letters += editDistance(word, its, MOST_OF_WORD);
    if (near === 'other-word' || letters > MOST_LETTERS) return 'other-word';
    if (near === 'another-name') found = near;
  }
  return found;
}

/**
 * Tells whether no word of a name stayed, and not all of them sound the same: two slips in one name
 * are rarer than two people. "Erica Hall" -> "Erika Hill". Not "Yuriy Petrov" -> "Yury Petroff".
 */
function isEachMistyped(one: PersonOfName, other: PersonOfName): boolean {
  if (one.words.length < 2 || one.words.length !== other.words.length) return false;
  const pairs = one.words.map((word, at) => [word, other.words[at] ?? ''] as const); // they are as many
  return (
    pairs.every(([word, its]) => word !== its) &&
    !pairs.every(([word, its]) => isSameSound(word, its) || isDeclined(word, its))
  );
}

/**
 * Tells whether one person may have both names: the given name stays, and the rest may change so.
 */
function keepsPerson(one: PersonOfName, other: PersonOfName): boolean {
  const [rest, others] = [one.words.slice(one.given), other.words.slice(other.given)];
  if (one.isFamilySure && other.isFamilySure) return rest.length > 0 && rest.join(' ') === others.join(' ');
  if (one.isFamilyFirst || other.isFamilyFirst || rest.length === 0 || others.length === 0) return false;
  const given = one.words.slice(0, one.given).join(' ');
  // A single letter is an initial: "J. Doe" and "J. Smith" need not be the same J.
  if (given.length < 2 || !isSameGiven(one, other)) return false;
  return mayBeSurnames(rest, others);
}

/**
 * Tells whether the given names are the same. "Jean-Pierre" may be a "Jean", and is no "Jean-Paul".
 */
function isSameGiven(one: PersonOfName, other: PersonOfName): boolean {
  const given = Math.min(one.given, other.given);
  return one.words.slice(0, given).join(' ') === other.words.slice(0, given).join(' ');
}

/** Words before the name of the father. Nobody changes that by marriage. */
const PATRONYMIC: ReadonlySet<string> = new Set(['bin', 'binti', 'bint', 'binte', 'ibn', 'bt', 'بن', 'بنت']);

/**
 * Tells whether words behind a given name may become others: by marriage, where words are added or
 * dropped, or the last of them alone is replaced. "Mary Ann Doe" -> "Mary Doe Smith" may be, "Goh
 * Chok Tong" -> "Goh Keng Swee" and "Ana Ruiz Gil" -> "Ana Paz Sol" are other people.
 */
function mayBeSurnames(rest: readonly string[], others: readonly string[]): boolean {
  if ([rest, others].every((words) => words.some((word) => PATRONYMIC.has(word)))) return false;
  if (rest.length < 2 || others.length < 2) return true;
  const isShared = rest.some((word) => others.includes(word));
  // The name in the middle is replaced, and the surname stays.
  const isOtherMiddle =
    rest.length === others.length && rest.at(-1) === others.at(-1) && !areInitials(rest, others);
  return isShared && !isOtherMiddle;
}

/** Tells whether all words that differ are an initial and its name: "J" and "James". */
function areInitials(rest: readonly string[], others: readonly string[]): boolean {
  return rest.every((word, at) => {
    const other = others[at] ?? ''; // they are as many
    return word === other || ((word.length === 1 || other.length === 1) && word[0] === other[0]);
  });
}
