import { codePage, type PageName } from './code-page';
import type { MeantText } from './meant';
import { defectsOf } from './word-defects';

/** Encodings of one byte that programs confuse: what a text was read as, and what it is. */
const CONFUSED: readonly (readonly [read: PageName, was: PageName])[] = [
  ...(
    ['ibm437', 'ibm850', 'macintosh', 'windows-1250', 'iso-8859-2', 'windows-1254', 'windows-1257'] as const
  ).map((was) => ['windows-1252', was] as const),
  ['windows-1252', 'windows-1251'],
  ['windows-1252', 'windows-1253'],
  ['macintosh', 'windows-1252'],
  ['macintosh', 'windows-1250'],
  ['ibm850', 'windows-1252'],
  ['ibm437', 'windows-1252'],
  ['windows-1250', 'ibm850'],
  ['windows-1250', 'macintosh'],
  ['windows-1251', 'windows-1252'],
  ['windows-1251', 'windows-1250'],
  ['windows-1251', 'koi8-r'],
  ['windows-1253', 'windows-1252'],
];

/** Letters of Europe. A confusion of two single-byte encodings is looked for among these alone. */
const EUROPEAN = /^[ßÀ-ÖØ-öø-þĀ-ıĹ-ňŐ-žΆΈ-ώЀ-ё]$/;

/**
 * Letters of another single-byte encoding: "Mu¤oz" -> "Muñoz". Certain where all encodings that
 * explain the text agree: "M³ller" may be "Müller" or "Młller".
 */
export function meantLetters(text: string): MeantText | null {
  const texts = new Set(CONFUSED.flatMap(([read, was]) => converted(text, read, was) ?? []));
  const [first] = texts;
  return first === undefined ? null : { text: first, isCertain: texts.size === 1 };
}

/**
 * Punctuation that shows that a text was read well. A wrong reading gives letters in the place of
 * such signs, or such signs in the place of letters.
 */
const READ_WELL = /[“”…«»‹›•€™\u00AD]/;

/** A text in another encoding; null where that gives no words of European letters. */
function converted(text: string, read: PageName, was: PageName): string | null {
  if (READ_WELL.test(text)) return null;
  const { bytes } = codePage(read);
  const { characters } = codePage(was);
  let candidate = '';
  for (const character of text) {
    if (character < '\x80' || character === '\u00A0') {
      candidate += character;
      continue;
    }
    const byte = bytes.get(character);
    const letter = byte === undefined ? '' : characters.charAt(byte - 0x80);
    const isHonest = letter === character || /[‘’–—]/.test(character);
    if (!isHonest && !EUROPEAN.test(letter)) return null;
    candidate += isHonest && letter !== character ? character : letter;
  }
  if (candidate === text) return null;
  const { letters, signs } = defectsOf(candidate);
  return letters + signs === 0 ? candidate : null;
}
