import { uint8At } from '../../element-at';
import { decodeWindows1252 } from './windows-1252';

/** Label of UTF-8 with some bytes of windows-1252 between, as two programs that append make it. */
export const MIXED_UTF8 = 'utf-8/windows-1252';

/**
 * Length of the UTF-8 character at a place: 1 for ASCII, 0 when the byte begins none. A character
 * that the end of the bytes cuts off is none either.
 */
export function lengthOfUtf8(bytes: Uint8Array, at: number): number {
  const lead = uint8At(bytes, at);
  if (lead < 0x80) return 1;
  const behind = lead >= 0xf5 ? 0 : lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0;
  for (let next = 1; next <= behind; next += 1) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return behind === 0 ? 0 : behind + 1;
}

/** Most bytes that a character of windows-1252 has in UTF-8. */
const MOST_BYTES = 3;

/**
 * Decodes what is UTF-8 as UTF-8, and each byte that is not as windows-1252. A few sequences have
 * the form of UTF-8 and are none (surrogates). They become U+FFFD.
 */
export function decodeMixedUtf8(bytes: Uint8Array): string {
  const western = Array.from({ length: 128 }, (_, at) =>
    new TextEncoder().encode(decodeWindows1252(Uint8Array.of(0x80 + at))),
  );
  const repaired = new Uint8Array(bytes.length * MOST_BYTES);
  let size = 0;
  for (let at = 0; at < bytes.length;) {
    const length = lengthOfUtf8(bytes, at);
    const part = length > 0 ? bytes.subarray(at, at + length) : western[uint8At(bytes, at) - 0x80];
    for (const byte of part ?? []) {
      repaired[size] = byte;
      size += 1;
    }
    at += Math.max(1, length);
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(repaired.subarray(0, size));
}

/** Tells whether any character beyond ASCII is UTF-8. */
export function hasUtf8(bytes: Uint8Array): boolean {
  return bytes.some((byte, at) => byte >= 0xc2 && lengthOfUtf8(bytes, at) > 1);
}

/**
 * Share of UTF-8 among the characters beyond ASCII from which on the other bytes are the odd ones.
 */
const MOSTLY = 0.8;
/** Wrong bytes after which the counting ends, if they outnumber the right ones. */
const ENOUGH = 1000;

/** Tells whether it is UTF-8 with some bytes of another encoding, or cut within a character. */
export function isMostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let wrong = 0;
  for (let at = 0; at < bytes.length;) {
    const length = lengthOfUtf8(bytes, at);
    if (length > 1) good += 1;
    else if (length === 0 && at < bytes.length - 3) wrong += 1;
    if (wrong > ENOUGH && wrong > good) return false;
    at += Math.max(1, length);
  }
  return good > 0 && good >= (good + wrong) * MOSTLY;
}
