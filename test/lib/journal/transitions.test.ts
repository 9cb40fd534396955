import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EntryState, PauseReason, RunState } from '../../../lib/journal/entry';
import { creditsTaken, isSettled, mayTransition, mayTransitionRun } from '../../../lib/journal/transitions';
import { changeOf } from '../../fakes/background-world';
import { NOTHING_THERE } from '../../fakes/run';

const planned = { kind: 'planned' } as EntryState;
const sent = (attempt: number): EntryState => ({ kind: 'sent', attempt, before: NOTHING_THERE });
const inDoubt = (attempt: number): EntryState => ({ kind: 'in-doubt', attempt, before: NOTHING_THERE });
const applied: EntryState = { kind: 'applied' };
const notApplied: EntryState = { kind: 'not-applied', fields: ['grade'] };
const rejected: EntryState = { kind: 'rejected', status: 422, words: '' };
const conflict: EntryState = { kind: 'conflict', fields: [] };
const cancelled: EntryState = { kind: 'cancelled' };

describe('transitions of an entry', () => {
  test.each<[string, EntryState, EntryState, boolean]>([
    ['sent for the first time', planned, sent(1), true],
    ['there already', planned, applied, true],
    ['moved since', planned, conflict, true],
    ['gone', planned, rejected, true],
    ['left', planned, cancelled, true],
    ['not sent, so not left out', planned, notApplied, false],
    ['not sent, so not in doubt', planned, inDoubt(1), false],
    ['not a second one first', planned, sent(2), false],
    ['answered', sent(1), applied, true],
    ['left out', sent(1), notApplied, true],
    ['no answer', sent(1), inDoubt(1), true],
    ['no answer to another one', sent(1), inDoubt(2), false],
    ['again', sent(1), sent(2), true],
    ['not the same again', sent(2), sent(2), false],
    ['read: was not taken', inDoubt(1), sent(2), true],
    ['read: was taken', inDoubt(1), applied, true],
    ['read: was not taken, and the run is over', inDoubt(1), cancelled, true],
    ['not back', sent(1), planned, false],
    ['applied for good', applied, sent(2), false],
    ['cancelled for good', cancelled, planned, false],
  ])('%s', (_name, from, to, expected) => {
    expect(mayTransition(from, to)).toBe(expected);
  });

  const anyState = fc.oneof(
    fc.constantFrom(planned, applied, notApplied, rejected, conflict, cancelled),
    fc.integer({ min: 1, max: 5 }).map(sent),
    fc.integer({ min: 1, max: 5 }).map(inDoubt),
  );
  test('attempts only grow, and a settled entry stays settled', () => {
    fc.assert(
      fc.property(fc.array(anyState, { maxLength: 30 }), (wanted) => {
        let state: EntryState = planned;
        let attempts = 0;
        for (const next of wanted) {
          if (!mayTransition(state, next)) continue;
          expect(isSettled(state)).toBe(false);
          expect(next.kind).not.toBe('planned');
          const now = next.kind === 'sent' || next.kind === 'in-doubt' ? next.attempt : attempts;
          expect(now).toBeGreaterThanOrEqual(attempts);
          if (next.kind === 'sent') expect(now).toBe(attempts + 1);
          attempts = now;
          state = next;
        }
      }),
    );
  });
});

test.each([
  ['preparing', 'running', true],
  ['preparing', 'finished', false],
  ['running', 'finished', true],
  ['running', 'cancelled', true],
  ['running', 'preparing', false],
  ['finished', 'running', false],
  ['cancelled', 'running', false],
] as const)('a run from %s to %s: %s', (from, to, expected) => {
  expect(mayTransitionRun({ kind: from }, { kind: to })).toBe(expected);
});

test.each<[PauseReason['kind'], PauseReason['kind'], boolean]>([
  ['signed-out', 'asked', true],
  ['asked', 'signed-out', false],
  ['asked', 'asked', false],
  ['failures', 'asked', false],
  ['signed-out', 'failures', false],
])('a pause (%s) that becomes another (%s): %s', (from, to, expected) => {
  const paused = (kind: PauseReason['kind']): RunState => ({
    kind: 'paused',
    reason: { kind, count: 5, words: '' } as PauseReason,
  });
  expect(mayTransitionRun(paused(from), paused(to))).toBe(expected);
  for (const kind of ['running', 'finished', 'cancelled'] as const)
    expect(mayTransitionRun(paused(from), { kind })).toBe(true);
});

describe('credits that a transition proves to be taken', () => {
  const plain = changeOf(1, [['expiry-date', '2026-01-01', '2028-01-01']]);
  const renewal = changeOf(1, [['expiry-date', '2026-01-01', '2028-01-01']], { credits: 1, renews: true });
  test.each<[string, EntryState, EntryState, number]>([
    ['a renewal that was sent', sent(1), applied, 1],
    ['one in doubt that is there', inDoubt(2), applied, 1],
    ['one that was there before', planned, applied, 0],
    ['another field was left out', sent(1), notApplied, 1],
    ['the expiry was left out', sent(1), { kind: 'not-applied', fields: ['expiry-date'] }, 0],
    ['refused', sent(1), rejected, 0],
    ['a conflict', inDoubt(1), conflict, 0],
    ['a conflict beside it', inDoubt(1), { kind: 'conflict', fields: [], written: ['expiry-date'] }, 1],
    [
      'a conflict, and another field was written',
      inDoubt(1),
      { kind: 'conflict', fields: [], written: ['grade'] },
      0,
    ],
  ])('%s', (_name, from, to, expected) => {
    expect(creditsTaken(renewal, from, to)).toBe(expected);
  });
  test('none of a change that may cost one (its expiry leaves its year)', () => {
    expect(creditsTaken({ ...plain, credits: 1 }, sent(1), applied)).toBe(0);
  });
  test('none of a change that costs nothing', () => {
    expect(creditsTaken(plain, sent(1), applied)).toBe(0);
  });
});
