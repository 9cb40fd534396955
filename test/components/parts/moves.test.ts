import { describe, expect, test } from 'vitest';
import { nextRegion } from '../../../components/parts/regions';
import { movedTo } from '../../../components/parts/roving';
import { tenthOf } from '../../../components/update/said-progress';

describe('nextRegion', () => {
  test.each([
    ['from outside to the first', -1, 3, false, 0],
    ['backwards from outside to the last', -1, 3, true, 2],
    ['onwards', 0, 3, false, 1],
    ['around the end', 2, 3, false, 0],
    ['backwards', 2, 3, true, 1],
    ['backwards around the end', 0, 3, true, 2],
    ['one part alone', 0, 1, false, 0],
  ])('%s', (_name, at, count, isBackwards, expected) => {
    expect(nextRegion(at, count, isBackwards)).toBe(expected);
  });
});

describe('movedTo', () => {
  test.each<[name: string, key: string, at: number, rtl: boolean, expected: number | null]>([
    ['right', 'ArrowRight', 0, false, 1],
    ['left', 'ArrowLeft', 1, false, 0],
    ['right around the end', 'ArrowRight', 3, false, 0],
    ['left around the end', 'ArrowLeft', 0, false, 3],
    ['right, from right to left', 'ArrowRight', 1, true, 0],
    ['left, from right to left', 'ArrowLeft', 1, true, 2],
    ['to the first', 'Home', 2, false, 0],
    ['to the last', 'End', 0, true, 3],
    ['Tab is left to the browser', 'Tab', 1, false, null],
    ['so is Enter', 'Enter', 1, false, null],
    ['so are up and down', 'ArrowDown', 1, false, null],
    ['not on a button of the group', 'ArrowRight', -1, false, null],
    ['a name of every object', 'toString', 1, false, null],
  ])('%s', (_name, key, at, rtl, expected) => {
    expect(movedTo(key, at, 4, rtl)).toBe(expected);
  });
});

test.each([
  [0, 100, 0],
  [9, 100, 0],
  [10, 100, 1],
  [99, 100, 9],
  [100, 100, 10],
  [0, 0, 0],
  [1, 3, 3],
])('tenthOf %i of %i', (settled, total, expected) => {
  expect(tenthOf(settled, total)).toBe(expected);
});
