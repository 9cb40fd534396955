import { expect, test } from 'vitest';
import { findShifts } from '../../../../lib/review/swaps/find-shifts';
import type { Reassignments } from '../../../../lib/review/swaps/reassignments';
import { Scratch } from '../../../../lib/review/swaps/scratch';

/** Two names, 1 and 2, that change hands in each row of a sheet, by turns. */
function twoNames(rows: number): Reassignments {
  const places = Int32Array.from({ length: rows }, (_, place) => place);
  const half = Int32Array.of(0, Math.ceil(rows / 2), Math.floor(rows / 2));
  return {
    count: rows,
    row: places.map((place) => place + 2),
    links: rows,
    reassignment: places,
    place: places,
    from: places.map((place) => 1 + (place % 2)),
    to: places.map((place) => 2 - (place % 2)),
    isStrong: new Uint8Array(rows).fill(1),
    names: 3,
    outDegree: half,
    inDegree: half,
  };
}

/** Numbers of links that are shifted and swapped, with names that so many people have. */
function foundAmong(rows: number, people: number): readonly [number, number] {
  const { shifted, swapped } = findShifts(twoNames(rows), () => people, new Scratch());
  const count = (marks: Uint8Array) => marks.reduce((sum, mark) => sum + mark, 0);
  return [count(shifted), count(swapped)];
}

test.each<[string, number, number, readonly [number, number]]>([
  ['two rows swap two rare names', 2, 1, [0, 2]],
  ['two rows beside each other swap two common names', 2, 5_000, [0, 2]],
  ['two common names pass through every row of a large sheet', 200_000, 100_000, [200_000, 0]],
])('%s', (_, rows, people, expected) => {
  expect(foundAmong(rows, people)).toEqual(expected);
});
