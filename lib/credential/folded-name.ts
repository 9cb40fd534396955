/**
 * Letters that Unicode does not decompose, with the plain letters that people type for them: ł ->
 * l, æ -> ae.
 */
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
  // The same letters on a Persian or Urdu keyboard, and two that Arabic writers confuse.
  ['ک', 'ك'],
  ['ی', 'ي'],
  ['ى', 'ي'],
  ['ہ', 'ه'],
]);
const STROKED = new RegExp(`[${[...PLAIN_LETTERS.keys()].join('')}]`, 'gu');
/**
 * Accents behind letters that are the same letter without: Latin, Greek and Cyrillic accents,
 * Hebrew points, Arabic vowel signs, hamzas and its lengthening stroke, the dots below of Indic
 * letters. The vowel signs of Indic scripts are letters and stay.
 */
const ACCENTS =
  /[\u0300-\u036F\u0483-\u0487\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u0610-\u061A\u064B-\u0655\u0670\u0640\u093C\u09BC\u0A3C]/gu;
/** Spaces, commas of any script, dots, and dashes of any script (Pd: also the maqaf of Hebrew). */
const BETWEEN_WORDS = /[\s,،、.\p{Pd}_/·・]+/u;
const INSIDE_WORDS = /['’ʼ`´‘"“”׳״\u00AD\u200B-\u200F\u2060\uFEFF]/gu;

/**
 * The words of a name without what changes no letter: case, accents, apostrophes, width and
 * composition (NFKD). Hyphens and dots part words: "J.-P. O’Neill" is j, p, oneill.
 */
export function wordsOfName(name: string): readonly string[] {
  if (name === lastName) return lastWords;
  if (name === nameBefore) return wordsBefore;
  [nameBefore, wordsBefore] = [lastName, lastWords];
  lastName = name;
  lastWords = foldedWords(name);
  return lastWords;
}

/** Memo of the last two names: judging a change of name asks for their words many times. */
let lastName = '';
let lastWords: readonly string[] = [];
let nameBefore = '';
let wordsBefore: readonly string[] = [];

export function foldedWords(name: string): readonly string[] {
  if (ASCII.test(name)) return asciiWords(name.toLowerCase());
  const bare = withoutAccents(name);
  // Most names are plain by now: what follows would change no letter of them, and takes most of the
  // time.
  if (ASCII.test(bare)) return asciiWords(bare.toLowerCase());
  return plainLetters(bare)
    .replace(INSIDE_WORDS, '')
    .normalize('NFC')
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');
}

/**
 * A text without case, accents, width and composition (NFKD), as names are compared; every other
 * sign stays.
 */
export function foldedText(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : plainLetters(withoutAccents(text)).normalize('NFC');
}

function withoutAccents(text: string): string {
  return text.normalize('NFKD').replace(ACCENTS, '');
}

/** Small letters for capital ones and plain ones for those in PLAIN_LETTERS. */
function plainLetters(bare: string): string {
  return withoutAccents(bare.toLowerCase()).replace(STROKED, (letter) => PLAIN_LETTERS.get(letter) ?? letter);
}

const ASCII = /^[\0-\x7F]*$/;
/** Kind of an ASCII sign, by its code. A sign without one is a part of a word. */
const SIGNS = new Uint8Array(128);
/** Ends a word. */
const BETWEEN = 1;
/** Is dropped within a word. */
const INSIDE = 2;
for (const sign of ' \t\n\v\f\r,.-_/') SIGNS[sign.charCodeAt(0)] = BETWEEN;
for (const sign of '\'`"') SIGNS[sign.charCodeAt(0)] = INSIDE;

/** The words of a plain text in lower case, as the patterns above part them. */
function asciiWords(text: string): readonly string[] {
  const words: string[] = [];
  let word = '';
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const sign = at < text.length ? SIGNS[text.charCodeAt(at)] : BETWEEN;
    if (sign === 0) continue;
    if (at > start) word = word === '' ? text.slice(start, at) : word + text.slice(start, at);
    start = at + 1;
    if (sign === INSIDE || word === '') continue;
    words.push(word);
    word = '';
  }
  return words;
}
