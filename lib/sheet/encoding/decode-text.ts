import { uint16At, uint8At } from '../../element-at';
import { failed, ok, type Result } from '../../result';
import { decodeUtf32 } from './decode-utf32';
import type { SheetProblem } from '../cells/sheet';

/** Text with its encoding (a WHATWG label), without a byte order mark. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

/** Lists the likely encodings of text that is not UTF-8, the likeliest first (guess-charset.ts). */
export type CharsetGuesser = (bytes: Uint8Array) => readonly string[];

export interface DecodeTextOptions {
  /** Encoding that the admin chose, or that the text states. */
  readonly chosen?: string | undefined;
  /** Loads the guesser. It is large, and only text that is not Unicode needs it. */
  readonly loadGuesser: () => Promise<CharsetGuesser>;
}

/**
 * Characters of the bytes 0x80 to 0x9F in windows-1252. Five bytes have none and stay control
 * characters (WHATWG Encoding).
 */
const WINDOWS_1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/** Control characters, which show that the encoding is another one, such as one of DOS. */
const CONTROLS = /[\x80-\x84\x86-\x9F]/;

const LABELS_OF_WINDOWS_1252 = new Set([
  'windows-1252',
  'cp1252',
  'x-cp1252',
  'iso-8859-1',
  'iso8859-1',
  'iso_8859-1',
  'latin1',
  'l1',
  'ascii',
  'us-ascii',
]);

/**
 * Decodes a text file (docs/product.md 2.2). The encoding is, in this order: `chosen`; a byte order
 * mark; UTF-16 or UTF-32 by their zeros; UTF-8, when it is valid; a guess from the letters;
 * windows-1252.
 *
 * Never puts U+FFFD. Bytes that are not of the encoding fail with `text-undecodable`. So does UTF-8
 * with a few wrong bytes, which another encoding would read as "MÃ¼ller".
 */
export async function decodeText(
  bytes: Uint8Array,
  { chosen, loadGuesser }: DecodeTextOptions,
): Promise<Result<DecodedText, SheetProblem>> {
  const encoding = (chosen ?? foundEncoding(bytes)).toLowerCase();
  const decoded = decodeAs(bytes, encoding);
  if (decoded !== null) return ok(decoded);
  if (chosen === undefined && encoding === 'utf-8' && !isMostlyUtf8(bytes)) {
    const guessCharsets = await loadGuesser();
    for (const guess of guessCharsets(bytes)) {
      const guessed = decodeAs(bytes, guess);
      if (guessed !== null && !CONTROLS.test(guessed.text)) return ok(guessed);
    }
    const western = windows1252(bytes);
    if (CONTROLS.test(western)) return failed({ code: 'text-undecodable', encoding: 'windows-1252' });
    return ok({ text: western, encoding: 'windows-1252' });
  }
  return failed({ code: 'text-undecodable', encoding });
}

/**
 * Detects the encoding by a byte order mark, or UTF-16 and UTF-32 by their zeros. Else "utf-8",
 * which is to be tried.
 */
export function foundEncoding(bytes: Uint8Array): string {
  const begins = (...mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte);
  if (begins(0xff, 0xfe, 0, 0)) return 'utf-32le';
  if (begins(0, 0, 0xfe, 0xff)) return 'utf-32be';
  if (begins(0xff, 0xfe)) return 'utf-16le';
  if (begins(0xfe, 0xff)) return 'utf-16be';
  if (begins(0x84, 0x31, 0x95, 0x33)) return 'gb18030';
  const zeros: [number, number, number, number] = [0, 0, 0, 0];
  const sample = Math.min(bytes.length, 4096) & ~3;
  for (let at = 0; at < sample; at += 1) {
    if (bytes[at] === 0) zeros[(at & 3) as 0 | 1 | 2 | 3] += 1;
  }
  const [first, second, third, fourth] = zeros;
  const quarter = sample / 4;
  if (sample >= 8 && third === quarter && fourth === quarter && first === 0) return 'utf-32le';
  if (sample >= 8 && first === quarter && second === quarter && fourth === 0) return 'utf-32be';
  if (isUtf16(bytes, sample, 0, first + third, second + fourth)) return 'utf-16le';
  if (isUtf16(bytes, sample, 1, second + fourth, first + third)) return 'utf-16be';
  return 'utf-8';
}

/**
 * Tells whether it is UTF-16 with the low byte of each unit at `at`, 0 or 1. In western text every
 * second byte is zero. In any script the bytes beside separators, spaces and line ends are. A few
 * zeros that a program left in its fields are beside anything.
 */
function isUtf16(bytes: Uint8Array, sample: number, at: 0 | 1, lowZeros: number, highZeros: number): boolean {
  if (lowZeros === 0 && highZeros * 4 > sample) return true;
  let found = 0;
  let others = 0;
  for (let pair = 0; pair < sample; pair += 2) {
    if (!SEPARATORS.includes(uint8At(bytes, pair + at))) continue;
    if (bytes[pair + 1 - at] === 0) found += 1;
    else others += 1;
  }
  return found > sample / 50 && found > others * 2;
}

/** Tab, line feed, carriage return, space, comma and semicolon. */
const SEPARATORS: readonly number[] = [9, 10, 13, 32, 44, 59];

function decodeAs(bytes: Uint8Array, encoding: string): DecodedText | null {
  if (LABELS_OF_WINDOWS_1252.has(encoding)) {
    return { text: windows1252(bytes), encoding: 'windows-1252' };
  }
  const text = encoding.startsWith('utf-32') ? decodeUtf32(bytes, encoding) : decodeStrictly(bytes, encoding);
  // A second mark was added by another program.
  return text === null ? null : { text: text.replace(/^\uFEFF+/, ''), encoding };
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    // Without `fatal` the decoder puts U+FFFD for a wrong byte and says nothing.
    return new TextDecoder(encoding, { fatal: true }).decode(evenLength(bytes, encoding));
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

/** Drops the last byte of UTF-16 that was cut, or that a tool ended with a single line feed. */
function evenLength(bytes: Uint8Array, encoding: string): Uint8Array {
  return encoding.startsWith('utf-16') && bytes.length % 2 === 1 ? bytes.subarray(0, -1) : bytes;
}

/**
 * Most wrong bytes that are counted. If they also outnumber the right ones, it is another encoding.
 */
const ENOUGH = 1000;

/** Tells whether it is UTF-8 with some bytes of another encoding, or cut within a character. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let wrong = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = uint8At(bytes, at);
    if (lead < 0x80) continue;
    const behind = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0;
    let found = 0;
    while (found < behind && ((bytes[at + found + 1] ?? 0) & 0xc0) === 0x80) found += 1;
    const cutAtEnd = at + found + 1 >= bytes.length && found < behind;
    if (behind > 0 && found === behind) good += 1;
    else if (!cutAtEnd) wrong += 1;
    if (wrong > ENOUGH && wrong > good) return false;
    at += found;
  }
  return good > 0 && good >= wrong * 4;
}

/**
 * Decodes windows-1252. Node 20 gives control characters for 0x80 to 0x9F, unless `stream` says
 * that more may follow, which changes nothing else in a single-byte encoding. Other platforms get
 * our own table.
 */
function windows1252(bytes: Uint8Array): string {
  if (platformKnowsWindows1252()) return new TextDecoder('windows-1252').decode(bytes, { stream: true });
  // Most bytes are their own character. The UTF-16 decoder makes the string as fast as a copy.
  const codes = new Uint16Array(bytes);
  for (let at = 0; at < codes.length; at += 1) {
    const code = uint16At(codes, at);
    if (code >= 0x80 && code <= 0x9f) codes[at] = WINDOWS_1252.charCodeAt(code - 0x80);
  }
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(codes);
}

function platformKnowsWindows1252(): boolean {
  const tried = Uint8Array.from(WINDOWS_1252, (_, index) => 0x80 + index);
  return new TextDecoder('windows-1252').decode(tried, { stream: true }) === WINDOWS_1252;
}
