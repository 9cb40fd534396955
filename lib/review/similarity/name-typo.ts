import { editDistance } from './edit-distance';

/** Letters of a word for each that may differ. A word of three has none: "Jon" and "Jan" are two names. */
const LETTERS_PER_TYPO = 4;
/** Letters that may differ in one word. */
const MOST = 2;

/** How two names that are a letter or two apart differ, word by word. */
export type NearNames =
  /** Each word is the same or a typing error of its counterpart. */
  | 'typo'
  /** A word ends so that it is another name, or an initial is another one. */
  | 'another-name'
  /** A word is too short for a typing error: it may be another name, or not. */
  | 'other-word';

/**
 * Compares two names of as many words that are a letter or two apart, as `wordsOfName` gives them.
 * A word may differ in one letter in four, and not at its end where that makes it another name.
 *
 * Examples: "Jonh" -> "John" is a typo. "Daniel" -> "Daniela", "Mario" -> "Maria" and "John A." ->
 * "John B." are other names. "Jon" -> "Jane" is another word.
 */
export function compareNearNames(left: readonly string[], right: readonly string[]): NearNames {
  let found: NearNames = 'typo';
  for (const [at, word] of left.entries()) {
    const other = right[at];
    if (other === undefined || word === other) continue;
    if (word.length === 1 && other.length === 1) return 'another-name';
    const letters = Math.min(Array.from(word).length, Array.from(other).length);
    const allowed = Math.min(MOST, Math.floor(letters / LETTERS_PER_TYPO));
    if (allowed === 0 || editDistance(word, other, allowed) > allowed) found = 'other-word';
    else if (differInEnding(word, other, at > 0)) return 'another-name';
  }
  return found;
}

const CONSONANTS = /^[bcdfghjklmnpqrstvwxzбвгджзйклмнпрстфхцчшщьъβγδζθκλμνξπρσφχψ]*$/u;
/** Slavic surnames of men, and what makes them those of women: "Ivanov", "Ivanova". */
const DECLINED = /(?:ov|ev|ow|ew|ск|sk|ов|ев)$/u;

/**
 * Tells whether two words differ only at their end, in a way that makes another name of it: in a
 * vowel, or in an ending that is put behind a vowel ("Julian"). An ending of consonants alone makes none: "Erik" and
 * "Eric". Nor does a silent "h": "Sara" and "Sarah".
 */
function differInEnding(word: string, other: string, mayBeSurname: boolean): boolean {
  let same = 0;
  while (same < word.length && word[same] === other[same]) same += 1;
  const [left, right] = [word.slice(same), other.slice(same)];
  if (Math.max(left.length, right.length) > MOST) return false;
  if (sorted(left) === sorted(right) || `${left}${right}` === 'h') return false;
  if (mayBeSurname && (DECLINED.test(word) || DECLINED.test(other))) return false;
  const areConsonants = CONSONANTS.test(left) && CONSONANTS.test(right);
  const isBehindVowel = (left === '' || right === '') && !CONSONANTS.test(word.charAt(same - 1));
  return !areConsonants || (isBehindVowel && !mayBeSurname);
}

function sorted(text: string): string {
  return Array.from(text).sort().join('');
}
