import { isDeclined } from './declined-surname';
import { editDistance } from './edit-distance';
import { isSameSound, soundOf } from './same-sound';

/**
 * Letters of a word for each that may differ. A word of three has none: "Jon" and "Jan" are two
 * names.
 */
const LETTERS_PER_TYPO = 4;
/** Letters that may differ in one word. */
const MOST = 2;
/** The same where they sound alike, or are the surname of a man and of a woman. */
export const MOST_OF_WORD = 3;
/** Letters of a given name in which one letter within makes hardly another name, and one vowel. */
const LONG = 8;
const LONG_BUT_FOR_VOWELS = 7;

/** How a word of a name differs from its counterpart. */
export type NearWord =
  /** It is a typing error, or another spelling of the same sound. */
  | 'typo'
  /** It is near, and another name all the same: "Daniela", "Gurpreet", another initial. */
  | 'another-name'
  /** It is too short or too different for a typing error: it may be another name, or not. */
  | 'other-word';

/**
 * Compares two words that differ, as `wordsOfName` gives them. `isGiven`: they are given names, of
 * which many are a letter apart, so what may be two names is taken for two.
 *
 * - "Jonh" and "John", "Yuri" and "Yury", "Sofia" and "Sophia", "Katherine" and "Catharine" ->
 *   typo.
 * - "Daniel" and "Daniela", "Mario" and "Maria", "A" and "B" -> another name.
 * - As given names, "Marina" and "Mariana", "Harpreet" and "Gurpreet" -> another name.
 * - As surnames, "Kowalski" and "Kowalska", "Stone" and "Storne" -> typo.
 * - "Jon" and "Jane" -> another word.
 */
export function compareNearWord(word: string, other: string, isGiven: boolean): NearWord {
  if (word.length === 1 && other.length === 1) return 'another-name';
  if (editDistance(word, other, MOST_OF_WORD) > MOST_OF_WORD) return 'other-word';
  const letters = Math.min(lettersIn(word), lettersIn(other));
  const allowed = Math.min(MOST, Math.floor(letters / LETTERS_PER_TYPO));
  const isNear = allowed > 0 && editDistance(word, other, allowed) <= allowed;
  const isOtherEnding = differInEnding(word, other, isGiven);
  if (isNear && !isOtherEnding && !isGiven) return 'typo';
  if (isSameSound(word, other) || (!isGiven && isDeclined(word, other))) return 'typo';
  if (!isNear) return 'other-word';
  return !isOtherEnding && isMistyped(word, other, letters) ? 'typo' : 'another-name';
}

/** Code points of a text. */
export function lettersIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (!isSecondHalf(text.charCodeAt(at))) count += 1;
  return count;
}

/** Whether a code unit is the second half of a code point beyond U+FFFF. */
function isSecondHalf(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

const CONSONANTS = /^[bcdfghjklmnpqrstvwxzбвгджзйклмнпрстфхцчшщьъβγδζθκλμνξπρσφχψ]*$/u;
const VOWEL = /[aeiouyаеиоуыэюяαεηιουω]/u;
/** Letters that nobody can say: they are in no name, so one of the two is mistyped. */
const UNSPEAKABLE = /(?<!^)[bcdfgjkmpqtvxz][bcdfghjklmnpqrstvwxz][bcdfgjkmnpqtvxz]|[aeiou]{4}/u;

/**
 * Tells whether two words differ only at their end, in a way that makes another name of it: in a
 * vowel, or in an ending that is put behind a vowel ("Julian"). An ending of consonants alone makes
 * none, nor do two consonants that changed places.
 */
function differInEnding(word: string, other: string, isGiven: boolean): boolean {
  let same = 0;
  while (same < word.length && word[same] === other[same]) same += 1;
  const [left, right] = [word.slice(same), other.slice(same)];
  if (Math.max(left.length, right.length) > MOST) return false;
  const areConsonants = CONSONANTS.test(left) && CONSONANTS.test(right);
  const isBehindVowel = (left === '' || right === '') && !CONSONANTS.test(word.charAt(same - 1));
  return !areConsonants || (isBehindVowel && isGiven);
}

/**
 * Tells whether a given name that is a letter or two from another one is no other name: two
 * neighbours behind the first letter changed places, nobody can say one of them, or it is long and
 * differs within. With another first letter it is another name: "Ahmed" and "Hamed", "Irma" and
 * "Rima".
 */
function isMistyped(word: string, other: string, letters: number): boolean {
  if (word.length === other.length && word[0] === other[0] && isSwap(word, other)) return true;
  const [one, another] = [soundOf(word), soundOf(other)];
  const isWithin = one[0] === another[0] && one.at(-1) === another.at(-1);
  if (!isWithin || editDistance(one, another, 1) > 1) return false;
  if (letters >= LONG || UNSPEAKABLE.test(one) !== UNSPEAKABLE.test(another)) return true;
  return letters >= LONG_BUT_FOR_VOWELS && one.length === another.length && differInVowel(one, another);
}

function isSwap(word: string, other: string): boolean {
  let at = 0;
  while (word[at] === other[at]) at += 1;
  return (
    word[at] === other[at + 1] && word[at + 1] === other[at] && word.slice(at + 2) === other.slice(at + 2)
  );
}

function differInVowel(word: string, other: string): boolean {
  let at = 0;
  while (word[at] === other[at]) at += 1;
  return VOWEL.test(word.charAt(at)) && VOWEL.test(other.charAt(at));
}
