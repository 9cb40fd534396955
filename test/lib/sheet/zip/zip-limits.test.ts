import { expect, test } from 'vitest';
import { partTooLarge, tooManyParts, unpackedTooLarge } from '../../../../lib/sheet/zip/zip-limits';

const MB = 1_000_000;
const tooLarge = (what: string, amount: number, limit: number) => ({
  code: 'file-too-large',
  what,
  amount,
  limit,
});

/* The figure that is too large is larger than the limit beside it. */

test.each([
  ['an ordinary sheet', unpackedTooLarge(5 * MB, 50 * MB), null],
  ['20 MB of nothing', unpackedTooLarge(20_000, 20 * MB), null],
  ['a full sheet', unpackedTooLarge(100 * MB, 700 * MB), null],
  ['a large sheet of empty rows', unpackedTooLarge(MB, 400 * MB), null],
  ['31 MB out of 31 KB', unpackedTooLarge(31_000, 31 * MB), tooLarge('ratio', 1000, 400)],
  ['more than a GB', unpackedTooLarge(100 * MB, 1000 * MB + 1), tooLarge('unpacked', 1001, 1000)],
  ['something out of nothing', unpackedTooLarge(0, 21 * MB), tooLarge('ratio', 21 * MB, 400)],
  ['a few parts', tooManyParts(12), null],
  ['as many parts as there may be', tooManyParts(20_000), null],
  ['one more', tooManyParts(20_001), tooLarge('parts', 20_001, 20_000)],
  ['a list of sheets', partTooLarge(20_000_001, 20 * MB), tooLarge('part', 21, 20)],
] as const)('%s', (_, problem, expected) => {
  expect(problem).toEqual(expected);
});
