import { expect, test } from 'vitest';
import { createPace, PACE } from '../../../lib/platform/pace';
import { testClock } from '../../platform/test-clock';

/*
 * No turn waits longer than the platform can ask for: not after a wrong Retry-After, nor after the
 * clock was set.
 */

const HOUR = 60 * 60 * 1000;
const FIVE_MINUTES = 5 * 60 * 1000;

/** [what happens to a pace that has just used up its limit, the longest wait of the next turn] */
test.each<
  [string, (clock: ReturnType<typeof testClock>, refuse: (retryAfterMs: number) => void) => void, number]
>([
  ['nothing', () => {}, PACE.windowMs],
  ['the clock is set back an hour', (clock) => clock.advance(-HOUR), PACE.windowMs],
  ['a limit answer says ten seconds', (_, refuse) => refuse(10_000), PACE.windowMs],
  ['a limit answer says a day', (_, refuse) => refuse(24 * HOUR), FIVE_MINUTES],
  // More than a timer of the browser can hold, which would not wait at all.
  ['a limit answer says a year', (_, refuse) => refuse(365 * 24 * HOUR), FIVE_MINUTES],
  [
    'a limit answer says half a minute, and the clock is set back an hour',
    (clock, refuse) => {
      refuse(30_000);
      clock.advance(-HOUR);
    },
    FIVE_MINUTES,
  ],
])('%s', async (_, happens, most) => {
  const clock = testClock();
  const pace = createPace(clock);
  for (let turn = 1; turn < PACE.limit; turn += 1) (await pace.turn())();
  const last = await pace.turn();
  happens(clock, (retryAfterMs) => last({ kind: 'refused', retryAfterMs }));
  last();
  const from = clock.now();
  (await pace.turn())();
  expect(clock.now() - from).toBeGreaterThan(0);
  expect(clock.now() - from).toBeLessThanOrEqual(most);
});
