/** Letters with a stroke or joined that Unicode does not take apart, as the plain ones that people type for them. */
const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ł', 'l'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ς', 'σ'],
]);
const STROKED = new RegExp(`[${[...PLAIN_LETTERS.keys()].join('')}]`, 'gu');
/**
 * Accents behind letters that are the same letter without: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel
 * signs and its lengthening stroke. The vowel signs of Indic scripts are letters and stay.
 */
const ACCENTS =
  /[\u0300-\u036F\u0483-\u0487\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u0610-\u061A\u064B-\u0652\u0670\u0640]/gu;
const BETWEEN_WORDS = /[\s,.\-‐‑–—_/·]+/u;
const INSIDE_WORDS = /['’ʼ`´‘"“”\u00AD\u200B-\u200F\u2060\uFEFF]/gu;

/**
 * The words of a name without what changes no letter: case, accents, apostrophes, width and composition (NFKD). Hyphens
 * and dots part words: "J.-P. O’Neill" is j, p, oneill.
 */
export function wordsOfName(name: string): readonly string[] {
  return name
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(STROKED, (letter) => PLAIN_LETTERS.get(letter) ?? letter)
    .replace(INSIDE_WORDS, '')
    .normalize('NFC')
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');
}
