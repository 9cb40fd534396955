import { expect, test } from 'vitest';
import { sipHash, type SipKey } from '../../../../lib/review/base/sip-hash';

/** The key of the test vectors of its authors: the bytes 0 to 15. */
const KEY: SipKey = [0x03020100, 0x07060504, 0x0b0a0908, 0x0f0e0d0c];

/** A text whose UTF-16 is the bytes 0, 1, 2, and so on. */
const bytesUpTo = (count: number) =>
  Array.from({ length: count / 2 }, (_, at) => String.fromCharCode((2 * at) | ((2 * at + 1) << 8))).join('');

/** [bytes, the lower 48 bits of the vector: its first six bytes, the last first] */
test.each([
  [0, 0xdb47dd0e0e31],
  [2, 0x8009d9a94f5a],
  [4, 0x94e0277187b7],
  [6, 0x466e58fee3ce],
  [8, 0xf5799a932462],
  [10, 0xbbc594ddb9f3],
  [12, 0x8fbc860ee5fb],
  [14, 0xca908e7af2ee],
])('SipHash-2-4 of %i bytes is that of the reference', (bytes, expected) => {
  expect(sipHash(KEY, bytesUpTo(bytes))).toBe(expected);
});

test('another key and another text give another hash', () => {
  const texts = ['', 'a', 'b', 'ab', 'ba', 'a\0', '\0a', 'a'.repeat(4), 'a'.repeat(5), 'ä', '名', '\ud800'];
  const keys: readonly SipKey[] = [KEY, [0, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 1]];
  const hashes = keys.flatMap((key) => texts.map((text) => sipHash(key, text)));
  expect(new Set(hashes).size).toBe(keys.length * texts.length);
  expect(hashes.every((hash) => Number.isSafeInteger(hash) && hash >= 0 && hash < 2 ** 48)).toBe(true);
});
