import { expect, test } from 'vitest';
import { isOlder, mayBeOlder, momentOf } from '../../../../lib/run/entry/freshness';
import { testClock } from '../../../platform/test-clock';

const HOUR = 60 * 60_000;

/**
 * [what, milliseconds that pass, by how much the clock is set, whether more than ten seconds have
 * passed by either clock, whether more may have passed]
 */
test.each([
  ['just now', 0, 0, false, false],
  ['at the last moment', 10_000, 0, false, false],
  ['too long ago', 10_001, 0, true, true],
  ['too long ago, by a clock that was set back meanwhile', 10_001, -HOUR, true, true],
  // The computer may have slept since: the clock does not tell any more.
  ['just now, by a clock that was set back', 1_000, -HOUR, false, true],
  ['just now, by a clock that was set back by less', 1_000, -999, false, false],
  ['just now, by a clock that was set back by little more', 1_000, -1_001, false, true],
  // The clock was set, or the computer slept, when the ticks stand still: it cannot be known.
  ['just now, by a clock that jumped forward', 1_000, HOUR, true, true],
] as const)('a reading %s', (_what, passed, set, isByEither, isMaybe) => {
  const clock = testClock();
  const moment = momentOf(clock);
  clock.advance(passed);
  clock.set(set);
  expect(isOlder(moment, 10_000, clock)).toBe(isByEither);
  expect(mayBeOlder(moment, 10_000, clock)).toBe(isMaybe);
});
