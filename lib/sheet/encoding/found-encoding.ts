import { uint8At } from '../../element-at';
import type { EncodingReason } from '../cells/sheet';

/** Encoding of a text before its letters are looked at. */
export interface FoundEncoding {
  readonly encoding: string;
  readonly reason: EncodingReason;
}

/** Byte order marks. That of UTF-32 begins like that of UTF-16, so it comes first. */
const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/**
 * Detects the encoding by a byte order mark, or UTF-16 and UTF-32 by their zeros. Else "utf-8",
 * which is to be tried.
 */
export function foundEncoding(bytes: Uint8Array): FoundEncoding {
  const mark = MARKS.find(([, bytesOfMark]) => bytesOfMark.every((byte, at) => bytes[at] === byte));
  if (mark !== undefined) return { encoding: mark[0], reason: 'mark' };
  return { encoding: byZeros(bytes) ?? 'utf-8', reason: 'unicode' };
}

/** UTF-16 and UTF-32 without a mark have zeros beside the characters of western text. */
function byZeros(bytes: Uint8Array): string | null {
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
  return null;
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
