import { expect, test } from 'vitest';
import { crc32 } from '../../../../lib/sheet/zip/crc32';
import { seededRandom } from '../../../platform/seeded-random';

/** The definition of the checksum (APPNOTE 4.4.7), bit by bit. */
function oracle(bytes: Uint8Array): number {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}

/** [text, the checksum that zip programs give it] */
test.each([
  ['', 0],
  ['a', 0xe8b7be43],
  ['123456789', 0xcbf43926],
  ['The quick brown fox jumps over the lazy dog', 0x414fa339],
])('%j has its known checksum', (text, expected) => {
  expect(crc32(new TextEncoder().encode(text))).toBe(expected);
});

test('bytes of every length, cut anywhere, have the checksum of the definition', () => {
  const random = seededRandom(1, 'checksum');
  const bytes = Uint8Array.from({ length: 40 }, () => Math.floor(random() * 256));
  for (let end = 0; end <= bytes.length; end += 1) {
    const expected = oracle(bytes.subarray(0, end));
    for (let cut = 0; cut <= end; cut += 1)
      expect(crc32(bytes.subarray(cut, end), crc32(bytes.subarray(0, cut)))).toBe(expected);
  }
});
