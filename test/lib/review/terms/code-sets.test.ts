import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CodeList } from '../../../../lib/review/terms/code-list';
import { CodeSets } from '../../../../lib/review/terms/code-sets';

const codesOf = (count: number) => Array.from({ length: count }, (_, place) => `code-${place}`);

/** The codes of a row that are in a mask, as the sets give them one by one. */
function listed(sets: CodeSets<string>, row: number, codes = sets.list.codes): readonly string[] {
  const mask = sets.list.mask(codes);
  const found: string[] = [];
  for (let place = sets.next(row, mask, -1); place >= 0; place = sets.next(row, mask, place))
    found.push(sets.list.codes[place]!);
  return found;
}

/**
 * More codes than a word has bits, and more than two words have: the number of codes is nobody's
 * business.
 */
describe.each([1, 31, 32, 33, 64, 65, 100])('sets of %i codes', (count) => {
  const codes = codesOf(count);
  const list = new CodeList(codes);
  const rows = 5;
  const entries = fc.array(fc.tuple(fc.nat(rows - 1), fc.nat(count - 1)), { maxLength: 60 });
  const filled = (added: readonly (readonly [number, number])[]) => {
    const sets = new CodeSets(list, rows);
    for (const [row, place] of added) sets.add(row, codes[place]!);
    return sets;
  };
  const modelOf = (added: readonly (readonly [number, number])[], row: number) =>
    codes.filter((_, place) => added.some(([of, its]) => of === row && its === place));

  test('hold for each row what was added to it', () => {
    fc.assert(
      fc.property(entries, fc.array(fc.constantFrom(...codes)), (added, wanted) => {
        const sets = filled(added);
        for (let row = 0; row < rows; row += 1) {
          const expected = modelOf(added, row);
          expect(listed(sets, row)).toEqual(expected);
          expect(codes.filter((code) => sets.has(row, code))).toEqual(expected);
          expect(codes.filter((code) => sets.column(code).has(row))).toEqual(expected);
          const inMask = expected.filter((code) => wanted.includes(code));
          expect(listed(sets, row, wanted)).toEqual(inMask);
          expect(sets.hasAny(row, list.mask(wanted))).toBe(inMask.length > 0);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('take rows of other sets, and stay the same when none differs', () => {
    fc.assert(
      fc.property(entries, entries, (one, other) => {
        const [sets, others] = [filled(one), filled(other)];
        const next = sets.withRows(others, [3, 1]);
        expect(listed(next, 3)).toEqual(modelOf(other, 0));
        expect(listed(next, 1)).toEqual(modelOf(other, 1));
        expect([0, 2, 4].map((row) => listed(next, row))).toEqual([0, 2, 4].map((row) => modelOf(one, row)));
        expect([0, 1, 2, 3, 4].map((row) => listed(sets, row))).toEqual(
          [0, 1, 2, 3, 4].map((row) => modelOf(one, row)),
        );
        const isSame = sets.isSame(3, others, 0) && sets.isSame(1, others, 1);
        expect(next === sets).toBe(isSame);
        const differing = [0, 1, 2, 3, 4].filter((row) => !sets.isSame(row, next, row));
        expect(sets.differing(next)).toEqual(differing);
        expect(isSame).toBe(
          JSON.stringify([modelOf(one, 3), modelOf(one, 1)]) ===
            JSON.stringify([modelOf(other, 0), modelOf(other, 1)]),
        );
      }),
      { numRuns: 40 },
    );
  });
});

test('a copy changes by itself', () => {
  const sets = new CodeSets(new CodeList(codesOf(40)), 2);
  sets.add(1, 'code-39');
  const copy = sets.copy();
  copy.column('code-0').add(1);
  expect([listed(sets, 1), listed(copy, 1)]).toEqual([['code-39'], ['code-0', 'code-39']]);
});

test('a code that is not in the list is a bug', () => {
  expect(() => new CodeSets(new CodeList(codesOf(3)), 1).add(0, 'code-3')).toThrow(RangeError);
});
