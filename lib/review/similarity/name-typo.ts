import { editDistance } from './edit-distance';

/**
 * Letters of a word for each that may differ. A word of three has none: "Jon" and "Jan" are two
 * names.
 */
const LETTERS_PER_TYPO = 4;
/** Letters that may differ in one word. */
const MOST = 2;

/** How a word of a name differs from its counterpart in a name that is a letter or two apart. */
export type NearWord =
  /** It is a typing error of it. */
  | 'typo'
  /** It ends so that it is another name, or is another initial. */
  | 'another-name'
  /** It is too short or too different for a typing error: it may be another name, or not. */
  | 'other-word';

/**
 * Compares two words that differ, as `wordsOfName` gives them. A word may differ in one letter in
 * four, and not at its end where that makes it another name. `mayBeSurname`: it is not the first.
 *
 * Examples: "Jonh" -> "John" is a typo. "Daniel" -> "Daniela", "Mario" -> "Maria" and "A" -> "B"
 * are other names. "Jon" -> "Jane" is another word.
 */
export function compareNearWord(word: string, other: string, mayBeSurname: boolean): NearWord {
  if (word.length === 1 && other.length === 1) return 'another-name';
  const letters = Math.min(lettersIn(word), lettersIn(other));
  const allowed = Math.min(MOST, Math.floor(letters / LETTERS_PER_TYPO));
  if (allowed === 0 || editDistance(word, other, allowed) > allowed) return 'other-word';
  return differInEnding(word, other, mayBeSurname) ? 'another-name' : 'typo';
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
/** Slavic surnames of men, and what makes them those of women: "Ivanov", "Ivanova". */
const DECLINED = /(?:ov|ev|ow|ew|ск|sk|ов|ев)$/u;

/**
 * Tells whether two words differ only at their end, in a way that makes another name of it: in a
 * vowel, or in an ending that is put behind a vowel ("Julian"). An ending of consonants alone makes
 * none: "Erik" and "Eric". Nor does a silent "h": "Sara" and "Sarah".
 */
function differInEnding(word: string, other: string, mayBeSurname: boolean): boolean {
  let same = 0;
  while (same < word.length && word[same] === other[same]) same += 1;
  const [left, right] = [word.slice(same), other.slice(same)];
  if (Math.max(left.length, right.length) > MOST) return false;
  const isSwap = left.length === 2 && left[0] === right[1] && left[1] === right[0];
  if (isSwap || left === 'h' || right === 'h') return false;
  if (mayBeSurname && (DECLINED.test(word) || DECLINED.test(other))) return false;
  const areConsonants = CONSONANTS.test(left) && CONSONANTS.test(right);
  const isBehindVowel = (left === '' || right === '') && !CONSONANTS.test(word.charAt(same - 1));
  return !areConsonants || (isBehindVowel && !mayBeSurname);
}
