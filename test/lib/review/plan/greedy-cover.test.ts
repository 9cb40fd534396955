import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { greedyCover } from '../../../../lib/review/plan/greedy-cover';

describe('the items that have the most kinds together', () => {
  test.each<[string, readonly string[], number, readonly number[]]>([
    ['the one with more kinds comes before the ones with fewer', ['n', 'n', 'ng', 'e'], 2, [2, 3]],
    ['of equals the first', ['n', 'e', 'g'], 2, [0, 1]],
    ['of equals the first, also of unlike ones', ['ab', 'cd', 'ac'], 2, [0, 1]],
    ['what adds more comes before what has more', ['abc', 'abd', 'ef'], 2, [0, 2]],
    ['all are covered: then again from the first', ['n', 'n', 'n', 'n'], 3, [0, 1, 2]],
    ['the second round takes the richest as well', ['ng', 'n', 'ng', 'n'], 2, [0, 2]],
    ['a kind twice in one item counts once', ['aa', 'b', 'cd'], 1, [2]],
    ['fewer items than are asked for', ['a', 'b'], 3, [0, 1]],
    ['one item', ['a'], 3, [0]],
    ['no items', [], 3, []],
    ['none are asked for', ['a', 'b'], 0, []],
    ['items without a kind are never chosen', ['', 'a', ''], 3, [1]],
    ['only items without a kind', ['', ''], 3, []],
    ['the last one alone has a rare kind', ['a', 'a', 'a', 'a', 'z'], 2, [0, 4]],
    ['a greedy choice, where another pair would cover all', ['abcd', 'abe', 'cdf'], 2, [0, 1]],
  ])('%s', (_name, items, most, expected) => {
    const kinds = items.map((item) => item.split(''));
    expect(greedyCover(kinds, most)).toEqual(expected);
  });
});

const anyItems = fc.array(
  fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { minLength: 1, maxLength: 5 }),
  {
    minLength: 1,
    maxLength: 12,
  },
);
const covered = (items: readonly (readonly string[])[], places: readonly number[]) =>
  new Set(places.flatMap((place) => items[place] ?? [])).size;

describe('for any items', () => {
  test('as many as asked for, each once', () => {
    fc.assert(
      fc.property(anyItems, fc.integer({ min: 0, max: 5 }), (items, most) => {
        const places = greedyCover(items, most);
        expect(places).toHaveLength(Math.min(most, items.length));
        expect(new Set(places).size).toBe(places.length);
      }),
    );
  });

  test('each choice adds as much as any other item could have, until all is covered', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const all = covered(items, [...items.keys()]);
        const places = greedyCover(items, 3);
        for (const [at] of places.entries()) {
          const before = places.slice(0, at);
          if (covered(items, before) === all) break;
          const best = Math.max(...items.map((_, place) => covered(items, [...before, place])));
          expect(covered(items, places.slice(0, at + 1))).toBe(best);
        }
      }),
    );
  });

  test('never below 63 % of the best three', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        let best = 0;
        for (const a of items.keys())
          for (const b of items.keys())
            for (const c of items.keys()) best = Math.max(best, covered(items, [a, b, c]));
        expect(covered(items, greedyCover(items, 3))).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best);
      }),
    );
  });
});
