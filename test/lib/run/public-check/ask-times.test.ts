import { expect, test } from 'vitest';
import { isAskDue, nextAskAt } from '../../../../lib/run/public-check/ask-times';

const MINUTE = 60_000;
const END = Date.parse('2026-11-22T10:00:00Z');

/** [times asked, minutes after the end, minutes until it is asked again; null: never] */
test.each<[number, number, number | null]>([
  [0, 0, 0.5],
  [1, 0.5, 1.5],
  [2, 2, 3],
  [3, 5, 5],
  [4, 10, 10],
  [5, 20, 20],
  [6, 40, 20],
  [7, 60, null],
  // The browser was closed meanwhile: it is asked once, and not again after the hour.
  [0, 180, 0.5],
  [1, 180, null],
  [3, 59, 5],
  // The clock was set back: it still ends after seven times.
  [1, -500, 1.5],
  [6, -500, 20],
  [7, -500, null],
])('asked %i times, %d minutes after the end -> in %d', (times, minutes, wait) => {
  const now = END + minutes * MINUTE;
  expect(nextAskAt(times, END, now)).toBe(wait === null ? null : now + wait * MINUTE);
});

/** [minutes from now until it is to be asked, due] */
test.each<[number | null, boolean]>([
  [null, false],
  [-1, true],
  [0, true],
  [0.5, false],
  [20, false],
  [90, true], // no wait is that long: the clock was set back
])('in %d minutes', (minutes, isDue) => {
  expect(isAskDue(minutes === null ? null : END + minutes * MINUTE, END)).toBe(isDue);
});
