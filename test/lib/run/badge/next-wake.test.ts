import { describe, expect, test } from 'vitest';
import type { RunState } from '../../../../lib/journal/entry';
import { NO_ENTRIES } from '../../../../lib/journal/entry-counts';
import { newRun } from '../../../../lib/journal/journal';
import { wakeEveryMs } from '../../../../lib/run/badge/next-wake';
import { headerOf } from '../../../fakes/background-world';

const MINUTE = 60_000;
const CANCELLED_AT = 1_000_000;

const run = (state: RunState, inDoubt = 1) =>
  newRun(
    {
      ...headerOf([]),
      id: 'r' as never,
      createdAt: 0,
      finishedAt: state.kind === 'cancelled' || state.kind === 'finished' ? CANCELLED_AT : null,
      state,
    },
    { ...NO_ENTRIES, 'in-doubt': inDoubt, applied: 7 },
  );
const cancelled = run({ kind: 'cancelled' });

describe('how often the background is woken', () => {
  test.each<[string, ReturnType<typeof run>[], number | null]>([
    ['no run', [], null],
    ['at work', [run({ kind: 'running' })], MINUTE / 2],
    ['signed out', [run({ kind: 'paused', reason: { kind: 'signed-out' } })], MINUTE],
    ['paused by somebody', [run({ kind: 'paused', reason: { kind: 'asked' } })], null],
    ['finished, or not begun', [run({ kind: 'finished' }, 0), run({ kind: 'preparing' })], null],
    ['cancelled and settled', [run({ kind: 'cancelled' }, 0)], null],
  ])('%s', (_name, runs, expected) => {
    expect(wakeEveryMs(runs, CANCELLED_AT)).toBe(expected);
  });

  test.each([
    ['just now', 0, MINUTE / 2],
    ['a minute ago', MINUTE, MINUTE],
    ['three minutes ago', 3 * MINUTE, 2 * MINUTE],
    ['half an hour ago', 32 * MINUTE, 32 * MINUTE],
    ['a week ago', 7 * 24 * 60 * MINUTE, 60 * MINUTE],
    ['in the future, by a clock that was set back', -MINUTE, MINUTE / 2],
  ])('a run that is not settled and was cancelled %s', (_when, since, expected) => {
    expect(wakeEveryMs([cancelled], CANCELLED_AT + since)).toBe(expected);
  });

  test('a record without its end counts as one that was cancelled just now', () => {
    const endless = { ...cancelled, record: { ...cancelled.record, finishedAt: null } };
    expect(wakeEveryMs([endless], CANCELLED_AT)).toBe(MINUTE / 2);
  });

  test('a run that never settles is woken for 24 to 36 times in the first day', () => {
    let wakes = 0;
    for (let at = 0; at < 24 * 60 * MINUTE; at += wakeEveryMs([cancelled], CANCELLED_AT + at) ?? Infinity)
      wakes += 1;
    expect(wakes).toBeGreaterThanOrEqual(24);
    expect(wakes).toBeLessThanOrEqual(36);
  });

  test('the soonest of several', () => {
    expect(wakeEveryMs([cancelled, run({ kind: 'running' })], CANCELLED_AT + 90 * MINUTE)).toBe(MINUTE / 2);
  });
});
