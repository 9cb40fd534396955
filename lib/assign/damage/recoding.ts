import { codePage, type PageName } from './code-page';

/** A text that was saved in one encoding and read as another one. */
export interface Recoding {
  /** The encoding that it was saved in. */
  readonly was: PageName;
  /** The encoding that it was read as. */
  readonly read: PageName;
}

/** Encodings of one byte, the likelier first: where two pairs explain a text, it is named. */
const PAGES: readonly PageName[] = [
  'windows-1252',
  'windows-1250',
  'windows-1254',
  'windows-1257',
  'windows-1251',
  'windows-1253',
  'macintosh',
  'ibm850',
  'ibm852',
  'ibm437',
  'iso-8859-2',
  'windows-1258',
  'ibm866',
  'koi8-r',
];
const RECODINGS: readonly Recoding[] = PAGES.flatMap((read) =>
  PAGES.flatMap((was) => (was !== read && [was, read].some(isOfWindows) ? [{ was, read }] : [])),
);

function isOfWindows(page: PageName): boolean {
  return page.startsWith('windows-');
}

const BEYOND_ASCII = /[^\0-\x7F]/;
/** Separators of words. A no-break space is none: it may be a letter in another encoding. */
const BETWEEN_WORDS = /[ \t\r\n,]+/;

/** How a new text comes from the present one, and what it was before it was damaged. */
export interface RecodedText {
  readonly recoding: Recoding;
  /** Null where not all of it can be known. */
  readonly meant: string | null;
}

/**
 * Finds the two encodings of one byte between which words of a new text are words of the present
 * one: their letters are saved in `was` and read as `read`. Words may be in another order, and the
 * new text in capitals or small letters alone. A word that both texts have must be the same in both
 * encodings. Null where there are none, and at once where one of the texts is ASCII.
 *
 * - "Erdoğan, Tuğba" and "Erdoðan, Tuðba" -> windows-1254 read as windows-1252.
 * - "Tuğba Şen" and "Tuðba Erdoðan" -> the same. "Tuğba Erdoğan" is meant.
 * - "José" and "Josè" -> null: no two encodings have these letters at the same byte.
 *
 * Two texts do not tell which of them is the damaged one: read the other way round, the present one
 * is.
 */
export function recodingBetween(present: string, text: string): RecodedText | null {
  if (!BEYOND_ASCII.test(text) || !BEYOND_ASCII.test(present)) return null;
  const isOneCase = text === text.toUpperCase() || text === text.toLowerCase();
  const fold = (word: string) => (isOneCase ? word.toLowerCase() : word);
  const wanted = wordsBeyondAscii(present).map(fold);
  const given = wordsBeyondAscii(text);
  const shared = given.filter((word) => wanted.includes(fold(word)));
  const changed = given.flatMap((word) => {
    const was = shared.includes(word) ? undefined : wanted.find((one) => mayBeRecoded(one, fold(word)));
    return was === undefined ? [] : [[word, was] as const];
  });
  if (changed.length === 0) return null;
  const recoding = RECODINGS.find(({ was, read }) => {
    const back = { was: read, read: was };
    const becomes = (word: string, wish: string) => {
      const other = recoded(word, back);
      return other !== null && fold(other) === wish;
    };
    return (
      changed.every(([word, wish]) => becomes(word, wish)) &&
      shared.every((word) => becomes(word, fold(word)))
    );
  });
  return recoding === undefined ? null : { recoding, meant: meantOf(present, text, recoding) };
}

/** The present text where it has the same words, else the new one decoded back. */
function meantOf(present: string, text: string, { was, read }: Recoding): string | null {
  const back = recoded(text, { was: read, read: was });
  const inOneOrder = (of: string) =>
    of.normalize('NFC').toLowerCase().split(BETWEEN_WORDS).sort().join(' ').trim();
  return back !== null && inOneOrder(back) === inOneOrder(present) ? present : back;
}

function wordsBeyondAscii(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .split(BETWEEN_WORDS)
    .filter((word) => BEYOND_ASCII.test(word));
}

/** Tells whether two words differ in letters beyond ASCII alone. */
function mayBeRecoded(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1)
    if (one[at] !== other[at] && (one.charCodeAt(at) < 0x80 || other.charCodeAt(at) < 0x80)) return false;
  return true;
}

/** A text saved in one encoding and read as another; null where one of them has not all of it. */
export function recoded(text: string, { was, read }: Recoding): string | null {
  const { bytes } = codePage(was);
  const { characters } = codePage(read);
  let shown = '';
  for (const character of text.normalize('NFC')) {
    if (character < '\x80') {
      shown += character;
      continue;
    }
    const byte = bytes.get(character);
    const other = byte === undefined ? '\uFFFD' : characters.charAt(byte - 0x80);
    if (other === '\uFFFD') return null;
    shown += other;
  }
  return shown;
}
