import { describe, expect, test } from 'vitest';
import type { RunState } from '../../../../lib/journal/entry';
import { NO_ENTRIES } from '../../../../lib/journal/entry-counts';
import { newRun, type JournalRun } from '../../../../lib/journal/journal';
import { badgeOf, badgeText, type Badge } from '../../../../lib/run/badge/badge';
import { headerOf } from '../../../fakes/background-world';

const run = (state: RunState, open: number): JournalRun =>
  newRun(
    { ...headerOf([]), id: 'r' as never, createdAt: 0, finishedAt: null, state },
    { ...NO_ENTRIES, planned: open - 1, 'in-doubt': 1, applied: 7 },
  );
const signedOut: RunState = { kind: 'paused', reason: { kind: 'signed-out' } };
const asked: RunState = { kind: 'paused', reason: { kind: 'asked' } };
const none: Badge = { kind: 'none', open: 0 };

describe('the badge', () => {
  test.each<[string, JournalRun[], Badge]>([
    ['no run', [], none],
    ['over, or not begun', [run({ kind: 'finished' }, 1), run({ kind: 'preparing' }, 5)], none],
    ['at work', [run({ kind: 'running' }, 12)], { kind: 'working', open: 12 }],
    ['cancelled and still in doubt', [run({ kind: 'cancelled' }, 1)], { kind: 'settling', open: 1 }],
    ['that, seen by somebody', [{ ...run({ kind: 'cancelled' }, 1), isEndSeen: true }], none],
    ['signed out', [run(signedOut, 3)], { kind: 'waiting-for-sign-in', open: 3 }],
    ['paused', [run(asked, 3)], { kind: 'waiting', open: 3 }],
    ['several', [run(asked, 3), run(signedOut, 4)], { kind: 'waiting-for-sign-in', open: 7 }],
    ['several, one at work', [run(asked, 3), run({ kind: 'running' }, 4)], { kind: 'working', open: 7 }],
  ])('%s', (_name, runs, expected) => {
    expect(badgeOf(runs)).toEqual(expected);
  });

  test('a running run waits when its journal cannot be written', () => {
    expect(badgeOf([run({ kind: 'running' }, 3)], () => true)).toEqual({ kind: 'waiting', open: 3 });
    expect(badgeOf([run({ kind: 'finished' }, 1)], () => true)).toEqual(none);
  });

  test.each([
    [none, ''],
    [{ kind: 'working', open: 0 }, '0'],
    [{ kind: 'working', open: 9_999 }, '9999'],
    [{ kind: 'waiting', open: 10_500 }, '10k'],
  ] as const)('the badge of %o is "%s"', (badge, expected) => {
    expect(badgeText(badge)).toBe(expected);
  });
});
