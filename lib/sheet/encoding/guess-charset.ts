import { uint8At } from '../../element-at';
import { analyse } from 'chardet';
import { centralEuropeanCharset } from './central-european';
import { isMacRoman } from './mac-roman';
import { twoByteCharset } from './two-byte-charset';

/**
 * Windows encodings and the ISO encodings of the same letters. Exports of old servers use the
 * latter.
 */
const SIBLINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ['iso-8859-1', ['windows-1252', 'iso-8859-15']],
  ['windows-1252', ['windows-1252']],
  ['iso-8859-2', ['windows-1250', 'iso-8859-2']],
  ['iso-8859-6', ['windows-1256', 'iso-8859-6']],
  ['iso-8859-7', ['windows-1253', 'iso-8859-7']],
  // windows-1255 has the whole alphabet of ISO-8859-8 at the same places.
  ['iso-8859-8', ['windows-1255']],
  ['windows-1255', ['windows-1255']],
  ['iso-8859-9', ['windows-1254']],
  ['windows-1253', ['windows-1253']],
  ['windows-1254', ['windows-1254']],
]);

const SAMPLE_BYTES = 16_384;
/**
 * Least confidence of the recogniser, of 100. A handful of names in their own encoding reach 19 and
 * more.
 */
const LEAST_CONFIDENCE = 15;
/**
 * Least confidence for another alphabet. The recogniser says 10 for two-byte text that is too
 * short.
 */
const LEAST_OF_FOREIGN = 11;
/** Names of two-byte encodings in the recogniser. */
const TWO_BYTES: ReadonlySet<string> = new Set([
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'gb18030',
  'big5',
  'iso-2022-jp',
]);
/**
 * Non-ASCII letters in a row that show another alphabet. Western words have their accents apart.
 */
const FOREIGN_RUN = 4;
const FEW_LETTERS = 4;
/**
 * Least share of letters among the non-ASCII characters. In a wrong encoding text is signs and
 * frames.
 */
const LEAST_LETTERS = 0.5;
/** Encodings that need more evidence than statistics (central-european.ts). */
const EASTERN: ReadonlySet<string> = new Set(['iso-8859-2', 'windows-1250', 'iso-8859-13', 'windows-1257']);
/** Bytes without a character in windows-1252. */
const UNUSED: readonly number[] = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/**
 * Lists the likely encodings of text that is not UTF-8 and has no byte order mark, the likeliest
 * first. It goes by the sequences of letters in each language. The caller decodes strictly, and
 * takes windows-1252 when none fits. Empty when nothing speaks against that one.
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
  // Katakana needs it: the second bytes of many are ASCII letters, so their runs look short.
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
    // Statistics take some Spanish for Lithuanian: "Benalmádena" -> "Benalmįdena".
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

/**
 * Tells whether the text has Vietnamese tones, which Windows writes as a mark behind the letter.
 * Without any it is a western list with a Võ in it.
 */
function hasToneMark(sample: Uint8Array): boolean {
  return /\p{L}\p{M}/u.test(new TextDecoder('windows-1258').decode(sample));
}

/**
 * Collects the fields with non-ASCII bytes from the whole text. E-mails and numbers say nothing,
 * and the first such name of a large file may be in its last row. Fields end at bytes that are
 * never the second half of a character.
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

/** Most bytes of a field. More of it would not tell more. */
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

/** Line feed, carriage return, tab, comma, semicolon or quote. */
function isFieldEnd(byte: number): boolean {
  return byte === 10 || byte === 13 || byte === 9 || byte === 44 || byte === 59 || byte === 34;
}

interface BeyondAscii {
  readonly letters: number;
  /** Longest run of bytes from 0xC0 on, where every single-byte encoding has letters. */
  readonly longestRun: number;
  /** Longest run of any non-ASCII bytes. */
  readonly longestText: number;
  /** True when a byte has no character in windows-1252. */
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

/**
 * Share of letters among the non-ASCII characters in this encoding; -1 when it cannot decode them.
 */
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
