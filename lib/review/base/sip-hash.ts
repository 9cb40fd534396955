/** Key of a hash: 128 bits as four numbers, the lowest first. */
export type SipKey = readonly [number, number, number, number];

/** Characters of a block of 64 bits. */
const BLOCK = 4;
const TWO_TO_32 = 2 ** 32;

/**
 * SipHash-2-4 of a text in UTF-16 (Aumasson and Bernstein, "SipHash: a fast short-input PRF"), of
 * which the lower 48 bits are given as a whole number.
 *
 * It is a keyed hash made for short inputs, and synchronous. HMAC of WebCrypto was rejected: each
 * call is a promise, and a download of 100,000 credentials has a million cells.
 *
 * Each 64-bit word is two 32-bit halves, as JavaScript has no quicker 64-bit numbers. A sum carries
 * where the highest bit of its lower half was lost.
 */
export function sipHash([key0, key1, key2, key3]: SipKey, text: string): number {
  let low0 = key0 ^ 0x70736575;
  let high0 = key1 ^ 0x736f6d65;
  let low1 = key2 ^ 0x6e646f6d;
  let high1 = key3 ^ 0x646f7261;
  let low2 = key0 ^ 0x6e657261;
  let high2 = key1 ^ 0x6c796765;
  let low3 = key2 ^ 0x79746573;
  let high3 = key3 ^ 0x74656462;
  const whole = Math.floor(text.length / BLOCK);
  // The block behind the whole ones has the rest and the length; the one behind that only mixes.
  for (let block = 0; block <= whole + 1; block += 1) {
    const isEnd = block > whole;
    const at = block * BLOCK;
    const low = isEnd ? 0 : unit(text, at) | (unit(text, at + 1) << 16);
    const last = block < whole ? unit(text, at + 3) : ((text.length * 2) & 255) << 8;
    const high = isEnd ? 0 : unit(text, at + 2) | (last << 16);
    low3 ^= low;
    high3 ^= high;
    if (isEnd) low2 ^= 0xff;
    for (let round = isEnd ? 4 : 2; round > 0; round -= 1) {
      let sum = (low0 + low1) | 0;
      high0 = (high0 + high1 + carry(low0, low1, sum)) | 0;
      low0 = sum;
      let turned = (low1 << 13) | (high1 >>> 19);
      high1 = ((high1 << 13) | (low1 >>> 19)) ^ high0;
      low1 = turned ^ low0;
      turned = low0;
      low0 = high0;
      high0 = turned;
      sum = (low2 + low3) | 0;
      high2 = (high2 + high3 + carry(low2, low3, sum)) | 0;
      low2 = sum;
      turned = (low3 << 16) | (high3 >>> 16);
      high3 = ((high3 << 16) | (low3 >>> 16)) ^ high2;
      low3 = turned ^ low2;
      sum = (low0 + low3) | 0;
      high0 = (high0 + high3 + carry(low0, low3, sum)) | 0;
      low0 = sum;
      turned = (low3 << 21) | (high3 >>> 11);
      high3 = ((high3 << 21) | (low3 >>> 11)) ^ high0;
      low3 = turned ^ low0;
      sum = (low2 + low1) | 0;
      high2 = (high2 + high1 + carry(low2, low1, sum)) | 0;
      low2 = sum;
      turned = (low1 << 17) | (high1 >>> 15);
      high1 = ((high1 << 17) | (low1 >>> 15)) ^ high2;
      low1 = turned ^ low2;
      turned = low2;
      low2 = high2;
      high2 = turned;
    }
    low0 ^= low;
    high0 ^= high;
  }
  const top = (high0 ^ high1 ^ high2 ^ high3) & 0xffff;
  return ((low0 ^ low1 ^ low2 ^ low3) >>> 0) + top * TWO_TO_32;
}

/** The character at a place; 0 behind the end. */
function unit(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : 0;
}

/** 1 where the sum of two lower halves is larger than 32 bits. */
function carry(one: number, other: number, sum: number): number {
  return ((one & other) | ((one | other) & ~sum)) >>> 31;
}
