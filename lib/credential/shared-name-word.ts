import { wordsOfName } from './folded-name';

/** Least letters of a word that says who somebody is. One letter is an initial. */
const LONG_ENOUGH = 2;
/**
 * Least letters of a word that is looked for inside another one: "Maryann" has "Mary" and "Ann".
 */
const LONG_PART = 4;
const LATIN = /\p{Script=Latin}/u;

/**
 * Tells whether two names may be of one person: they have a word in common. So may names that
 * cannot be compared: one without letters, or two in different alphabets.
 *
 * Examples: "Ada Byrne", "BYRNE, Ada Maria" -> true. "Ada Byrne", "Ада Бирн" -> true.
 * "Ada Byrne", "Bo Chen" -> false. "A. Byrne", "A. Chen" -> false.
 */
export function shareNameWord(one: string, other: string): boolean {
  const left = wordsOfName(one);
  const right = wordsOfName(other);
  if (left.some((word) => word.length >= LONG_ENOUGH && right.includes(word))) return true;
  const leftLetters = left.join('');
  const rightLetters = right.join('');
  if (leftLetters === '' || rightLetters === '' || leftLetters === rightLetters) return true;
  if (LATIN.test(leftLetters) !== LATIN.test(rightLetters)) return true;
  const isPart = (word: string, letters: string) => word.length >= LONG_PART && letters.includes(word);
  return left.some((word) => isPart(word, rightLetters)) || right.some((word) => isPart(word, leftLetters));
}
