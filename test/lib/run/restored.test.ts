import { describe, expect, test } from 'vitest';
import { groupId } from '../../../lib/credential/ids';
import { creditsTaken, RESTORED } from '../../../lib/journal/transitions';
import { decide, type Decision } from '../../../lib/run/entry/decide';
import type { FieldState } from '../../../lib/run/entry/field-state';
import { changeOf } from '../../fakes/background-world';

/* A restored entry: only reading shows whether anything of it was sent. */

const change = changeOf(
  301,
  [
    ['recipient-name', 'Old', 'New'],
    ['expiry-date', '2026-02-01', '2028-02-01'],
    ['grade', 'B', 'A'],
  ],
  { credits: 1, renews: true },
);
type Is = FieldState['is'];

const SENT_AGAIN = { kind: 'read-after-loss', there: ['recipient-name'] } as const;

/** The decision for these states of name, expiry and grade, in short. */
function decided(states: readonly [Is, Is, Is], facts: { isCancelled?: boolean; attempt?: number } = {}) {
  const { isCancelled = false, attempt = RESTORED.attempt } = facts;
  const decision = decide({
    state: attempt === RESTORED.attempt ? RESTORED : { ...RESTORED, attempt, before: SENT_AGAIN },
    fields: change.fields.map((field, at) => ({ field, is: states[at]!, now: field.before })),
    group: '555',
    groupNow: groupId('555'),
    isCancelled,
    mostAttempts: 4,
  });
  return inShort(decision);
}

function inShort(decision: Decision): readonly string[] {
  switch (decision.kind) {
    case 'settle': {
      const { state } = decision;
      const written = state.kind === 'conflict' ? (state.written ?? []) : []; // none
      return [state.kind, ...(state.kind === 'not-applied' ? state.fields : written)];
    }
    case 'write':
      return [
        'write',
        ...decision.fields.map(({ attribute }) => attribute),
        `there: ${decision.there.join()}`,
      ];
    case 'give-up':
      return ['give-up', decision.left?.kind ?? 'rejected'];
  }
}

test.each<[string, readonly [Is, Is, Is], readonly string[]]>([
  ['all is there', ['after', 'after', 'after'], ['applied']],
  [
    'nothing is there',
    ['before', 'before', 'before'],
    ['write', 'recipient-name', 'expiry-date', 'grade', 'there: '],
  ],
  [
    'a part is there: somebody else may have done that',
    ['after', 'before', 'before'],
    ['write', 'expiry-date', 'grade', 'there: recipient-name'],
  ],
  ['somebody else changed it', ['other', 'before', 'before'], ['conflict']],
])('%s', (_, states, expected) => {
  expect(decided(states)).toEqual(expected);
});

test.each<[string, readonly [Is, Is, Is], readonly string[]]>([
  ['nothing is there', ['before', 'before', 'before'], ['cancelled']],
  ['a part is there', ['after', 'before', 'before'], ['not-applied', 'expiry-date', 'grade']],
  ['all is there', ['after', 'after', 'after'], ['applied']],
])('cancelled, and %s', (_, states, expected) => {
  expect(decided(states, { isCancelled: true })).toEqual(expected);
});

test('once it was sent again, it is like any other: a field that the platform ignores is not sent for ever', () => {
  expect(decided(['after', 'after', 'before'], { attempt: 2 })).toEqual(['not-applied', 'grade']);
});

/* `there` of the second attempt is the name: who wrote it is not known. */
test.each<[string, readonly [Is, Is, Is], { isCancelled?: boolean; attempt: number }, readonly string[]]>([
  ['somebody changed a field', ['after', 'other', 'before'], { attempt: 2 }, ['conflict', 'recipient-name']],
  [
    'somebody changed a field after it was taken',
    ['after', 'after', 'other'],
    { attempt: 2 },
    ['conflict', 'recipient-name', 'expiry-date'],
  ],
  ['somebody changed the name', ['other', 'before', 'before'], { attempt: 2 }, ['conflict']],
  [
    'cancelled',
    ['after', 'before', 'before'],
    { attempt: 2, isCancelled: true },
    ['not-applied', 'expiry-date', 'grade'],
  ],
  [
    'cancelled, and the name was changed back',
    ['before', 'before', 'before'],
    { attempt: 2, isCancelled: true },
    ['cancelled'],
  ],
  ['given up', ['after', 'before', 'before'], { attempt: 4 }, ['give-up', 'not-applied']],
  ['given up with nothing there', ['before', 'before', 'before'], { attempt: 4 }, ['give-up', 'rejected']],
  [
    'not taken yet',
    ['after', 'before', 'before'],
    { attempt: 2 },
    ['write', 'expiry-date', 'grade', 'there: recipient-name'],
  ],
])('sent again: %s', (_, states, facts, expected) => {
  expect(decided(states, facts)).toEqual(expected);
});

describe('its credit', () => {
  test.each([
    ['was taken when the renewal is there', RESTORED, { kind: 'applied' }, 1],
    [
      'was taken when it was there before the rest was sent again',
      { ...RESTORED, attempt: 2, before: { kind: 'read-after-loss', there: ['expiry-date'] } },
      { kind: 'not-applied', fields: ['grade'] },
      1,
    ],
    ['was not taken when it is not', RESTORED, { kind: 'not-applied', fields: ['expiry-date'] }, 0],
  ] as const)('%s', (_, from, to, credits) => {
    expect(creditsTaken(change, from, to)).toBe(credits);
  });
});
