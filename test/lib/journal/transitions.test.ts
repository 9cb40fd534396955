import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Baseline, EntryState, PauseReason, RunState } from '../../../lib/journal/entry';
import {
  attemptsOf,
  creditsTaken,
  isSettled,
  mayTransition,
  mayTransitionRun,
  thereBefore,
} from '../../../lib/journal/transitions';
import { changeOf } from '../../fakes/background-world';
import { NOTHING_THERE } from '../../fakes/run';

const planned = { kind: 'planned' } as EntryState;
const sent = (attempt: number, before: Baseline = NOTHING_THERE): EntryState => ({
  kind: 'sent',
  attempt,
  before,
});
const inDoubt = (attempt: number): EntryState => ({ kind: 'in-doubt', attempt, before: NOTHING_THERE });
const applied: EntryState = { kind: 'applied' };
const notApplied: EntryState = { kind: 'not-applied', fields: ['grade'] };
const rejected: EntryState = { kind: 'rejected', status: 422, words: '' };
const conflict: EntryState = { kind: 'conflict', fields: [] };
const cancelled: EntryState = { kind: 'cancelled' };
const notKnown: EntryState = { kind: 'not-known' };

test.each<[EntryState, { readonly isSettled: boolean; readonly attempts: number }]>([
  [planned, { isSettled: false, attempts: 0 }],
  [sent(1), { isSettled: false, attempts: 1 }],
  [sent(3), { isSettled: false, attempts: 3 }],
  [inDoubt(2), { isSettled: false, attempts: 2 }],
  [applied, { isSettled: true, attempts: 0 }],
  [notApplied, { isSettled: true, attempts: 0 }],
  [rejected, { isSettled: true, attempts: 0 }],
  [conflict, { isSettled: true, attempts: 0 }],
  [cancelled, { isSettled: true, attempts: 0 }],
  [notKnown, { isSettled: true, attempts: 0 }],
])('whether %j is for good, and how often its request may have left', (state, expected) => {
  expect({ isSettled: isSettled(state), attempts: attemptsOf(state) }).toEqual(expected);
});

test('the fields that were there before the first request, as far as that is known', () => {
  expect(thereBefore({ kind: 'read', there: ['grade'] })).toEqual(['grade']);
  expect(thereBefore({ kind: 'read-after-loss', there: ['grade'] })).toEqual(['grade']);
  expect(thereBefore({ kind: 'lost' })).toEqual([]);
});

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
    ['cancelled for good, also when it is applied later', cancelled, applied, false],
    ['in doubt twice of one request', inDoubt(1), inDoubt(1), false],
    ['in doubt of a request that has not left', inDoubt(1), inDoubt(2), false],
    ['two requests at once', sent(1), sent(3), false],
    ['sent, and back to the plan', inDoubt(1), planned, false],
    ['read: left out', inDoubt(2), notApplied, true],
    ['not known: only the journal says so', sent(1), notKnown, false],
    ['not known before it was sent', planned, notKnown, false],
  ])('%s', (_name, from, to, expected) => {
    expect(mayTransition(from, to)).toBe(expected);
  });

  const anyState = fc.oneof(
    fc.constantFrom(planned, applied, notApplied, rejected, conflict, cancelled),
    fc.integer({ min: 1, max: 5 }).map((attempt) => sent(attempt)),
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
  ['preparing', 'cancelled', true],
  ['preparing', 'finished', false],
  ['preparing', 'preparing', false],
  ['running', 'finished', true],
  ['running', 'cancelled', true],
  ['running', 'preparing', false],
  ['running', 'running', false],
  ['finished', 'running', false],
  ['finished', 'cancelled', false],
  ['cancelled', 'running', false],
  ['cancelled', 'finished', false],
] as const)('a run from %s to %s: %s', (from, to, expected) => {
  expect(mayTransitionRun({ kind: from }, { kind: to })).toBe(expected);
});

test.each<[PauseReason['kind'], PauseReason['kind'], boolean]>([
  ['signed-out', 'asked', true],
  ['asked', 'signed-out', false],
  ['asked', 'asked', false],
  ['failures', 'asked', false],
  ['signed-out', 'failures', false],
  ['signed-out', 'other-account', true],
  ['asked', 'other-account', true],
  ['failures', 'other-account', true],
  ['other-account', 'other-account', false],
  ['other-account', 'signed-out', false],
  ['other-account', 'asked', false],
  ['trial', 'asked', false],
  ['trial', 'signed-out', false],
  ['trial', 'trial', false],
  ['trial', 'other-account', true],
  ['signed-out', 'trial', false],
])('a pause (%s) that becomes another (%s): %s', (from, to, expected) => {
  const paused = (kind: PauseReason['kind']): RunState => ({
    kind: 'paused',
    reason: { kind, count: 5, words: '' } as PauseReason,
  });
  expect(mayTransitionRun(paused(from), paused(to))).toBe(expected);
  for (const kind of ['finished', 'cancelled'] as const)
    expect(mayTransitionRun(paused(from), { kind })).toBe(true);
  // The pause after a trial ends by a word of its own, and that word ends no other pause.
  const isTrial = from === 'trial';
  expect(mayTransitionRun(paused(from), { kind: 'running' })).toBe(!isTrial);
  expect(mayTransitionRun(paused(from), { kind: 'running', after: 'trial' })).toBe(isTrial);
  expect(mayTransitionRun(paused(from), { kind: 'preparing' })).toBe(false);
  expect(mayTransitionRun({ kind: 'running' }, paused(from))).toBe(true);
  for (const kind of ['preparing', 'finished', 'cancelled'] as const)
    expect(mayTransitionRun({ kind }, paused(from))).toBe(false);
});

describe('credits that a transition proves to be taken', () => {
  const EXPIRY_THERE: Baseline = { kind: 'read', there: ['expiry-date'] };
  const GRADE_THERE: Baseline = { kind: 'read', there: ['grade'] };
  const plain = changeOf(1, [['expiry-date', '2026-01-01', '2028-01-01']]);
  const renewal = changeOf(1, [['expiry-date', '2026-01-01', '2028-01-01']], { credits: 1, renews: true });
  test.each<[string, EntryState, EntryState, number]>([
    ['a renewal that was sent', sent(1), applied, 1],
    ['one in doubt that is there', inDoubt(2), applied, 1],
    ['one that somebody else made before our request', sent(1, EXPIRY_THERE), applied, 0],
    ['another wanted value was there before our request', sent(1, GRADE_THERE), applied, 1],
    ['after a loss of the journal: taken to be ours', sent(1, { kind: 'lost' }), applied, 1],
    [
      'after a loss it is sent again, and there already',
      sent(2, { kind: 'read-after-loss', there: ['expiry-date'] }),
      applied,
      1,
    ],
    ['sent again', sent(1), sent(2), 0],
    ['cancelled', inDoubt(1), cancelled, 0],
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
