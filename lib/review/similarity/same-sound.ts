/**
 * Spellings of one sound, in the order in which they are replaced: as Latin letters spell names of
 * other languages, and as languages spell the same name. Beginnings are kept where they tell names
 * apart: "Jan" and "Ian", "Sara" and "Zara".
 */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/sch/g, 'sh'],
  [/ch(?=[rl])|(?!^)ch/g, 'k'],
  [/ck|q(?=u)|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c(?!h)/g, 'k'],
  [/x/g, 'ks'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/gh/g, 'g'],
  [/kh/g, 'k'],
  [/w/g, 'v'],
  [/(?!^)z/g, 's'],
  [/^(?:yu|ju|iu)/, 'iu'],
  [/^ye/, 'e'],
  [/ou|oo/g, 'u'],
  [/ee/g, 'i'],
  [/y|(?!^)j/g, 'i'],
  [/(?<=[^aeiou])h|h$/g, ''],
  // The same of Cyrillic.
  [/ь(?=[яеюё])/g, 'и'],
  [/[ьъ]/g, ''],
  [/ы/g, 'и'],
  [/(.)\1+/gu, '$1'],
];

/** Fewest letters of a word. Shorter ones are too near to too many others. */
const SHORTEST = 3;

/**
 * Tells whether two words (as `wordsOfName` gives them) are the same name to the ear: "Yuri" and
 * "Yury", "Marko" and "Marco", "Sofia" and "Sophia", "Filip" and "Phillip". Not "Jon" and "Jan".
 */
export function isSameSound(word: string, other: string): boolean {
  return Math.min(word.length, other.length) >= SHORTEST && soundOf(word) === soundOf(other);
}

/** The sound of a word, written in one way: "Aleksandr" and "Alexandr" -> "aleksandr". */
export function soundOf(word: string): string {
  return SPELLINGS.reduce((sound, [spelling, written]) => sound.replace(spelling, written), word);
}
