import { describe, expect, test, vi } from 'vitest';
import { createPace, PACE } from '../../../lib/platform/pace';
import type { PaceMemory } from '../../../lib/platform/pace-memory';
import { sureMemory } from '../../../lib/platform/sure-memory';
import { calm } from '../../fakes/deferred';
import { testClock } from '../../platform/test-clock';

/** The moments at which so many turns begin, one after the other, each taking `takesMs`. */
async function moments(turns: number, takesMs: number, options = PACE, at429 = -1): Promise<number[]> {
  const clock = testClock();
  const pace = createPace(clock, options);
  const began = clock.now();
  const starts: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const done = await pace.turn();
    starts.push(clock.now() - began);
    clock.advance(takesMs);
    done(turn === at429 ? { kind: 'refused', retryAfterMs: 10_000 } : { kind: 'taken' });
  }
  return starts;
}

/** The most turns in any window of this length. */
function mostInWindow(starts: readonly number[], windowMs: number): number {
  return Math.max(...starts.map((from) => starts.filter((at) => at >= from && at < from + windowMs).length));
}

describe('the pace', () => {
  test('no window of 30 s holds more than the limit, wherever it begins', async () => {
    const starts = await moments(1_000, 20);
    expect(mostInWindow(starts, 30_000)).toBeLessThanOrEqual(PACE.limit);
  });

  test('it uses at least 95 % of what the platform allows', async () => {
    const starts = await moments(2_000, 20);
    const seconds = (starts.at(-1) ?? 0) / 1_000;
    expect(2_000 / seconds).toBeGreaterThan((200 / 30) * 0.95);
  });

  test.each([
    ['at once', 0],
    ['a moment later', 2_000],
    ['half a window later', 15_000],
    ['a window later', 30_000],
  ])(
    'a background that is killed and started %s: no window holds more than the limit',
    async (_when, pause) => {
      const clock = testClock();
      let kept: readonly number[] = [];
      const memory: PaceMemory = {
        isSure: true,
        load: () => Promise.resolve(kept),
        save: (ended: readonly number[]) => Promise.resolve(void (kept = ended)),
      };
      const starts: number[] = [];
      const live = async (turns: number) => {
        const pace = createPace(clock, PACE, memory);
        for (let turn = 0; turn < turns; turn += 1) {
          const done = await pace.turn();
          starts.push(clock.now());
          clock.advance(50);
          done();
        }
      };
      await live(130);
      clock.advance(pause);
      await live(130);
      expect(mostInWindow(starts, 30_000)).toBeLessThanOrEqual(PACE.limit);
      // No window is lost when nothing counts any more.
      const gap = (starts[130] ?? 0) - (starts[129] ?? 0) - pause;
      expect(gap).toBeLessThan(1_000);
    },
  );

  test.each([
    ['nothing', null],
    ['no list', { a: 1 }],
    ['no moments', ['x', null]],
    ['moments of a clock that was set back', [Date.parse('2099-01-01')]],
  ])('a stored use of %s holds no turn back', async (_what, kept) => {
    const clock = testClock();
    const began = clock.now();
    const pace = createPace(
      clock,
      { ...PACE, limit: 1 },
      { isSure: true, load: () => Promise.resolve(kept), save: () => Promise.resolve() },
    );
    await pace.turn();
    expect(clock.now()).toBe(began);
  });

  test.each([
    ['before the first one ends', 0],
    ['between the two ends', 1],
  ])('a clock set back by an hour, %s, holds no turn for longer than the window', async (_, endsBefore) => {
    const clock = testClock();
    const pace = createPace(clock, { limit: 2, windowMs: 1_000, atOnce: 2 });
    const ends = [await pace.turn(), await pace.turn()];
    for (const [at, end] of ends.entries()) {
      if (at === endsBefore) clock.set(-3_600_000);
      end();
    }
    await pace.turn();
    expect(clock.ticks()).toBe(1_000);
  });

  test('storage that fails holds no turn back', async () => {
    const broken = () => Promise.reject(new Error('no'));
    const onFault = vi.fn();
    const memory = sureMemory({ load: broken, save: broken }, 'The pace', onFault);
    const pace = createPace(testClock(), PACE, memory);
    (await pace.turn())();
    expect(await pace.turn()).toBeTypeOf('function');
    await calm();
    expect(onFault.mock.calls.map(String)).toEqual([
      'Error: The pace cannot be read',
      'Error: The pace cannot be saved',
    ]);
  });

  test('after a 429 no turn for as long as it says, then fewer', async () => {
    const starts = await moments(600, 20, PACE, 150);
    expect((starts[151] ?? 0) - (starts[150] ?? 0)).toBeGreaterThanOrEqual(10_000);
    expect(mostInWindow(starts.slice(151, 300), 30_000)).toBeLessThan(PACE.limit * 0.8);
  });

  test('a 429 with less than half of the limit in use lowers nothing', async () => {
    const starts = await moments(600, 20, PACE, 50);
    expect((starts[51] ?? 0) - (starts[50] ?? 0)).toBeGreaterThanOrEqual(10_000);
    expect(mostInWindow(starts.slice(51), 30_000)).toBe(PACE.limit);
  });

  test('after a 429 it is raised again slowly, period by period, to what it was', async () => {
    const { limit, windowMs } = PACE;
    const starts = await moments(3_000, 20, PACE, 150);
    const from = starts[151] ?? 0;
    const periods = Array.from({ length: 8 }, (_, at) =>
      starts.filter((start) => start >= from + at * windowMs && start < from + (at + 1) * windowMs),
    ).map(({ length }) => length);
    const [first = 0, second = 0] = periods;
    expect(first).toBeLessThanOrEqual(Math.ceil(0.83 * limit));
    // By at most a twentieth at once (and one, depending on where a period begins) ...
    for (const [at, count] of periods.entries()) {
      if (at > 1) expect(count - (periods[at - 1] ?? 0)).toBeLessThanOrEqual(0.05 * limit + 1);
    }
    // ... and to its old height within three minutes, but not before one and a half.
    expect(second).toBeLessThan(0.9 * limit);
    expect(periods[2]).toBeLessThan(0.95 * limit);
    expect(periods.at(-1)).toBeGreaterThanOrEqual(limit - 1);
  });

  test('several 429 at the same time count once, and the limit never falls below a tenth', async () => {
    const clock = testClock();
    const pace = createPace(clock);
    const countIn = async (milliseconds: number) => {
      const until = clock.now() + milliseconds;
      let turns = 0;
      while (clock.now() < until) {
        const done = await pace.turn();
        clock.advance(10);
        done();
        turns += 1;
      }
      return turns;
    };
    const refuse = async (count: number, retryAfterMs: number) => {
      const ends = [];
      for (let at = 0; at < count; at += 1) ends.push(await pace.turn());
      for (const end of ends) end({ kind: 'refused', retryAfterMs });
    };
    await refuse(6, 1_000);
    expect(await countIn(PACE.windowMs)).toBeGreaterThan(0.7 * PACE.limit);
    for (let at = 0; at < 40; at += 1) {
      clock.advance(PACE.windowMs);
      await refuse(1, 0);
    }
    const least = await countIn(PACE.windowMs);
    expect(least).toBeGreaterThanOrEqual(0.1 * PACE.limit);
    expect(least).toBeLessThan(0.25 * PACE.limit);
  });

  test('a few turns at once, in the order of the calls', async () => {
    const clock = testClock();
    const pace = createPace(clock, { limit: 100, windowMs: 1_000, atOnce: 2 });
    const order: string[] = [];
    const take = async (name: string) => {
      const done = await pace.turn();
      order.push(name);
      return done;
    };
    const first = await take('a');
    await take('b');
    const third = take('c');
    const fourth = take('d');
    await Promise.resolve();
    expect(order).toEqual(['a', 'b']);
    first();
    const thirdDone = await third;
    expect(order).toEqual(['a', 'b', 'c']);
    thirdDone();
    await fourth;
    expect(order).toEqual(['a', 'b', 'c', 'd']);
  });

  test('an aborted call gets no turn, and the next one is not held back', async () => {
    const pace = createPace(testClock(), { limit: 10, windowMs: 1_000, atOnce: 1 });
    const done = await pace.turn();
    const gone = new AbortController();
    const givenUp = pace.turn(gone.signal);
    const next = pace.turn();
    gone.abort(new Error('gone'));
    done();
    await expect(givenUp).rejects.toThrow('gone');
    expect(typeof (await next)).toBe('function');
  });
});
