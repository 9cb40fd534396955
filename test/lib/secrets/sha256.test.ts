import { expect, test } from 'vitest';
import { sha256Of } from '../../../lib/secrets/sha256';

/* FIPS 180-4 and its examples, and a part of a larger buffer. */
const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ['nothing', bytes(''), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', bytes('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'a part of a buffer',
    bytes('xabcx').subarray(1, 4),
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  ],
])('the SHA-256 of %s', async (_, input, expected) => {
  expect(await sha256Of(input)).toBe(expected);
});
