import { uint16At, uint8At } from '../../element-at';
import { failed, ok, type Result } from '../../result';
import { decodeUtf32 } from './decode-utf32';
import type { SheetProblem } from '../cells/sheet';

/** Text with the encoding that it was read in (a WHATWG label). A byte order mark is not part of it. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

/** Which encodings text may be in that is not UTF-8, the likeliest first (guess-charset.ts). */
export type CharsetGuesser = (bytes: Uint8Array) => readonly string[];

export interface DecodeTextOptions {
  /** What the admin chose, or the text says of itself. */
  readonly chosen?: string | undefined;
  /** Brings the guesser: it is large, and needed only when text is not Unicode. */
  readonly loadGuesser: () => Promise<CharsetGuesser>;
}

/** Bytes 0x80 to 0x9F of windows-1252; the five without a character stay control characters (WHATWG Encoding). */
const WINDOWS_1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/** What no text holds but text of another encoding, such as those of DOS: places that a table of letters leaves empty. */
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
 * Decodes the bytes of a text file: by `chosen` when the admin chose, else by byte order mark, else UTF-16 or UTF-32 by
 * the pattern of their zeros, else UTF-8 when it is that strictly, else the legacy encoding that its letters speak for,
 * else windows-1252 (docs/product.md 2.2). Never puts U+FFFD: bytes that are not of the encoding are the Problem
 * `text-undecodable`, and so is UTF-8 with a few wrong bytes, which another encoding would read as "MÃ¼ller".
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

/** The encoding by byte order mark or, for UTF-16 and UTF-32 without one, by where its zeros are; else UTF-8 to be tried. */
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
 * Whether it is UTF-16 whose units have their low byte `at` 0 or 1. Of western text every second byte is zero; of any
 * script those beside its separators, spaces and line ends are. A few zeros that a program left in its fields are beside
 * anything.
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
  // A second mark is of a program that put its own before that of another.
  return text === null ? null : { text: text.replace(/^\uFEFF+/, ''), encoding };
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    // `fatal` is the one way to learn of a wrong byte: without it the decoder puts U+FFFD and says nothing.
    return new TextDecoder(encoding, { fatal: true }).decode(evenLength(bytes, encoding));
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

/** A UTF-16 file that a tool cut or ended with a single byte (a lone line feed) loses that byte, not all its text. */
function evenLength(bytes: Uint8Array, encoding: string): Uint8Array {
  return encoding.startsWith('utf-16') && bytes.length % 2 === 1 ? bytes.subarray(0, -1) : bytes;
}

/** So many wrong bytes, and more than right ones, are no accident any more: the rest need not be looked at. */
const ENOUGH = 1000;

/** Text of UTF-8 into which some bytes of another encoding came, or that was cut within a character. */
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
 * By the platform where it knows 0x80 to 0x9F: Node 20 gives control characters for them, but not when it is told that
 * more may follow, which means nothing for an encoding of single bytes. Else by our own table.
 */
function windows1252(bytes: Uint8Array): string {
  if (platformKnowsWindows1252()) return new TextDecoder('windows-1252').decode(bytes, { stream: true });
  // Most bytes are their own character; the decoder of UTF-16 makes the string of them at the speed of a copy.
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
