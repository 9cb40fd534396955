import { describe, expect, test } from 'vitest';
import { groupId } from '../../../../lib/credential/ids';
import type { Baseline } from '../../../../lib/journal/entry';
import { decide, type Decision, type DecisionFacts } from '../../../../lib/run/entry/decide';
import type { FieldState } from '../../../../lib/run/entry/field-state';
import { changeTo, NOTHING_THERE } from '../../../fakes/run';

type Is = FieldState['is'];

const { fields: FIELDS } = changeTo('1', [
  ['recipient-name', 'Ada', 'Adah'],
  ['grade', 'A', 'B'],
]);
const PLANNED = { kind: 'planned' } as const;
const inDoubt = (before: Baseline = NOTHING_THERE, attempt = 1) =>
  ({ kind: 'in-doubt', attempt, before }) as const;

/** The decision when name and grade are in these states, in short. */
function decided(
  state: DecisionFacts['state'],
  states: readonly [Is, Is],
  facts: Partial<DecisionFacts> = {},
): string {
  const fields = FIELDS.map((field, at) => ({
    field,
    now: 'C',
    is: states[at] === undefined ? 'other' : states[at],
  }));
  return inShort(
    decide({
      state,
      fields,
      group: '7',
      groupNow: groupId('7'),
      isCancelled: false,
      mostAttempts: 3,
      ...facts,
    }),
  );
}

function inShort(decision: Decision): string {
  const names = (of: readonly { readonly attribute: string }[]) =>
    of.map(({ attribute }) => attribute).join();
  switch (decision.kind) {
    case 'write':
      return `write ${names(decision.fields)} there ${decision.there.join()}`;
    case 'give-up':
      return `give up ${decision.left?.kind ?? 'nothing'}`; // null: nothing is there
    case 'settle': {
      const { state } = decision;
      if (state.kind === 'conflict')
        return `conflict ${names(state.fields)} written ${state.written?.join() ?? ''}`; // none is written
      return state.kind === 'not-applied' ? `not-applied ${state.fields.join()}` : state.kind;
    }
  }
}

describe('a planned entry', () => {
  test.each<[string, readonly [Is, Is], string]>([
    [
      'is as it was at the review: all of it is written',
      ['before', 'before'],
      'write recipient-name,grade there ',
    ],
    ['is there in part: the rest is written', ['after', 'before'], 'write grade there recipient-name'],
    ['is there: applied without a request', ['after', 'after'], 'applied'],
    ['was edited in one field: nothing is written', ['other', 'before'], 'conflict recipient-name written '],
    ['is there in part, and edited: nobody of us wrote it', ['after', 'other'], 'conflict grade written '],
  ])('%s', (_, states, expected) => {
    expect(decided(PLANNED, states)).toBe(expected);
  });

  test.each<[string, readonly [Is, Is], string]>([
    ['that could be written is not', ['before', 'before'], 'cancelled'],
    ['that is there in part is not completed', ['after', 'before'], 'cancelled'],
    ['that is there is applied', ['after', 'after'], 'applied'],
    ['that was edited is a conflict', ['other', 'before'], 'conflict recipient-name written '],
  ])('of a cancelled run %s', (_, states, expected) => {
    expect(decided(PLANNED, states, { isCancelled: true })).toBe(expected);
  });

  test('whose credential was moved to another group is a conflict', () => {
    expect(decided(PLANNED, ['before', 'before'], { groupNow: groupId('8') })).toBe(
      'conflict group-id written ',
    );
  });
});

describe('an entry whose request may have left', () => {
  test.each<[string, readonly [Is, Is], string]>([
    ['was not taken: it is sent again', ['before', 'before'], 'write recipient-name,grade there '],
    ['was taken in part: the platform ignored the rest', ['after', 'before'], 'not-applied grade'],
    ['was taken', ['after', 'after'], 'applied'],
    ['was taken in part, and edited', ['after', 'other'], 'conflict grade written recipient-name'],
  ])('%s', (_, states, expected) => {
    expect(decided(inDoubt(), states)).toBe(expected);
  });

  test('proves nothing by a value that was there before it was sent', () => {
    const before: Baseline = { kind: 'read', there: ['recipient-name'] };
    expect(decided(inDoubt(before), ['after', 'before'])).toBe('write grade there recipient-name');
  });

  test.each<[string, readonly [Is, Is], string]>([
    ['was not taken', ['before', 'before'], 'cancelled'],
    ['was taken in part', ['after', 'before'], 'not-applied grade'],
  ])('is not sent again when the run is cancelled: %s', (_, states, expected) => {
    expect(decided(inDoubt(), states, { isCancelled: true })).toBe(expected);
  });

  test('is given up when it was sent often enough', () => {
    expect(decided(inDoubt(NOTHING_THERE, 2), ['before', 'before'])).toBe(
      'write recipient-name,grade there ',
    );
    expect(decided(inDoubt(NOTHING_THERE, 3), ['before', 'before'])).toBe('give up nothing');
  });
});
