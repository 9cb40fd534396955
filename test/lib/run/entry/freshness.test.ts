import { expect, test } from 'vitest';
import { isOlder, momentOf } from '../../../../lib/run/entry/freshness';
import { testClock } from '../../../platform/test-clock';

const HOUR = 60 * 60_000;

/**
 * [what, milliseconds that pass, by how much the clock is set, whether more than ten seconds may
 * have passed]
 */
test.each([
  ['just now', 0, 0, false],
  ['at the last moment', 10_000, 0, false],
  ['too long ago', 10_001, 0, true],
  ['too long ago, by a clock that was set back meanwhile', 10_001, -HOUR, true],
  ['just now, by a clock that was set back', 1_000, -HOUR, false],
  // The clock was set, or the computer slept, when the ticks stand still: it cannot be known.
  ['just now, by a clock that jumped forward', 1_000, HOUR, true],
] as const)('a reading %s', (_what, passed, set, expected) => {
  const clock = testClock();
  const moment = momentOf(clock);
  clock.advance(passed);
  clock.set(set);
  expect(isOlder(moment, 10_000, clock)).toBe(expected);
});
