import { uint8At } from '../../element-at';
import { analyse } from 'chardet';
import { centralEuropeanCharset } from './central-european';
import { isMacRoman } from './mac-roman';
import { twoByteCharset } from './two-byte-charset';

/** Windows' own table and the standard's of the same letters: exports of old servers use the second. */
const SIBLINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ['iso-8859-1', ['windows-1252', 'iso-8859-15']],
  ['windows-1252', ['windows-1252']],
  ['iso-8859-2', ['windows-1250', 'iso-8859-2']],
  ['iso-8859-6', ['windows-1256', 'iso-8859-6']],
  ['iso-8859-7', ['windows-1253', 'iso-8859-7']],
  // Windows' table holds the standard's whole alphabet at the same places.
  ['iso-8859-8', ['windows-1255']],
  ['windows-1255', ['windows-1255']],
  ['iso-8859-9', ['windows-1254']],
  ['windows-1253', ['windows-1253']],
  ['windows-1254', ['windows-1254']],
]);

const SAMPLE_BYTES = 16_384;
/** The recogniser's own measure, of 100. Languages in their own table reach 19 and more with a handful of names. */
const LEAST_CONFIDENCE = 15;
/** Ten is what it says of two-byte text of which it has seen too little. */
const LEAST_OF_FOREIGN = 11;
/** What it calls them. */
const TWO_BYTES: ReadonlySet<string> = new Set([
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'gb18030',
  'big5',
  'iso-2022-jp',
]);
/** A word of a western language has its few accents apart; four such letters in a row are another alphabet. */
const FOREIGN_RUN = 4;
const FEW_LETTERS = 4;
/** Of what is beyond ASCII: as another encoding than its own, text is signs and frames. */
const LEAST_LETTERS = 0.5;
/** Tables of letters that are told by more than statistics (central-european.ts). */
const EASTERN: ReadonlySet<string> = new Set(['iso-8859-2', 'windows-1250', 'iso-8859-13', 'windows-1257']);
/** Bytes for which windows-1252 has no character. */
const UNUSED: readonly number[] = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/**
 * Which encodings text may be in that is not UTF-8 and has no byte order mark, the likeliest first: by the letters that
 * follow each other in each language. A proposal: the caller decodes strictly. Empty when nothing speaks against the
 * western one (windows-1252), which is in no list: it takes any byte.
 */
export function guessCharsets(bytes: Uint8Array): readonly string[] {
  const sample = fieldsBeyondAscii(bytes);
  const { letters, longestRun, longestText, unused } = beyondAscii(sample);
  const foreign = longestRun >= FOREIGN_RUN || unused;
  if (isMacRoman(bytes, sample)) return ['macintosh'];
  const names: string[] = [];
  const central = longestRun < FOREIGN_RUN ? centralEuropeanCharset(sample) : null;
  if (letters < FEW_LETTERS) return central === null ? [] : [central];
  const found = analyse(sample);
  const sure = found.some(
    ({ name, confidence }) => TWO_BYTES.has(name.toLowerCase()) && confidence >= LEAST_OF_FOREIGN,
  );
  // The second bytes of katakana are letters of ASCII.
  if ((longestText >= FOREIGN_RUN || unused) && !sure) {
    const name = twoByteCharset(sample);
    if (name !== null) names.push(name);
  }
  if (central !== null && !sure) names.push(central);
  for (const { name, confidence } of found) {
    const label = name.toLowerCase();
    if (label === 'ascii' || label.startsWith('utf-')) continue;
    const western = label === 'iso-8859-1' || label === 'windows-1252';
    if (western && foreign) continue;
    // Statistics take Spanish for Lithuanian where nothing in it is: "Benalmįdena".
    if (!foreign && central === null && EASTERN.has(label)) continue;
    if (confidence < (foreign ? LEAST_OF_FOREIGN : LEAST_CONFIDENCE)) break;
    const [best] = (SIBLINGS.get(label) ?? [label])
      .map((sibling) => ({ sibling, score: letterShare(sample, sibling) }))
      .toSorted((a, b) => b.score - a.score);
    if (best === undefined || best.score < LEAST_LETTERS) continue;
    if (best.sibling === 'windows-1258' && !hasToneMark(sample)) continue;
    names.push(best.sibling);
  }
  return names;
}

/** Windows writes most tones of Vietnamese as a mark behind the letter. Without any it is a western list with a Võ in it. */
function hasToneMark(sample: Uint8Array): boolean {
  return /\p{L}\p{M}/u.test(new TextDecoder('windows-1258').decode(sample));
}

/**
 * The fields that hold more than ASCII, from all over the text: e-mail addresses and numbers say nothing, and of a large
 * file the first such name may be in its last row. Split at bytes that are never the second half of a character.
 */
function fieldsBeyondAscii(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(SAMPLE_BYTES);
  let size = 0;
  let at = nextBeyondAscii(bytes, 0);
  while (at < bytes.length) {
    const start = fieldStart(bytes, at);
    const end = fieldEnd(bytes, at);
    if (size + end - start >= SAMPLE_BYTES) break;
    sample.set(bytes.subarray(start, end), size);
    size += end - start;
    sample[size] = 32;
    size += 1;
    at = nextBeyondAscii(bytes, end);
  }
  return sample.subarray(0, size);
}

function nextBeyondAscii(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && uint8At(bytes, at) < 0x80) at += 1;
  return at;
}

/** A field without any end is cut: 1,000 bytes of it tell as much. */
const LONGEST_FIELD = 1000;

function fieldStart(bytes: Uint8Array, inside: number): number {
  let at = inside;
  while (at > 0 && inside - at < LONGEST_FIELD && !isFieldEnd(uint8At(bytes, at - 1))) at -= 1;
  return at;
}

function fieldEnd(bytes: Uint8Array, inside: number): number {
  let at = inside;
  while (at < bytes.length && at - inside < LONGEST_FIELD && !isFieldEnd(uint8At(bytes, at))) at += 1;
  return at;
}

/** Line feed, carriage return, tab, comma, semicolon, quote. */
function isFieldEnd(byte: number): boolean {
  return byte === 10 || byte === 13 || byte === 9 || byte === 44 || byte === 59 || byte === 34;
}

interface BeyondAscii {
  readonly letters: number;
  /** The longest run of bytes from 0xC0 on, where every table of one byte has letters. */
  readonly longestRun: number;
  /** The longest run of any. */
  readonly longestText: number;
  /** Whether there is one that windows-1252 does not know. */
  readonly unused: boolean;
}

function beyondAscii(sample: Uint8Array): BeyondAscii {
  let letters = 0;
  let run = 0;
  let longestRun = 0;
  let text = 0;
  let longestText = 0;
  let unused = false;
  for (const byte of sample) {
    run = byte >= 0xc0 ? run + 1 : 0;
    text = byte >= 0x80 ? text + 1 : 0;
    if (byte >= 0x80) letters += 1;
    longestRun = Math.max(longestRun, run);
    longestText = Math.max(longestText, text);
    if (UNUSED.includes(byte)) unused = true;
  }
  return { letters, longestRun, longestText, unused };
}

/** How much of the text beyond ASCII are letters (of the language, where it is known), as this encoding reads it; -1 when it cannot. */
function letterShare(sample: Uint8Array, encoding: string): number {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(sample);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return -1;
    throw error;
  }
  let all = 0;
  let good = 0;
  for (const letter of text.toLowerCase()) {
    if (letter < '\x80') continue;
    all += 1;
    if (/[\p{L}\p{M}€„“”‚‘’–—]/u.test(letter)) good += 1;
  }
  return all === 0 ? 0 : good / all;
}
