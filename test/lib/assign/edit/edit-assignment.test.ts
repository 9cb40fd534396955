import { describe, expect, test } from 'vitest';
import type { Assignment, Guess } from '../../../../lib/assign/choice/assignment';
import { assignmentProblems } from '../../../../lib/assign/edit/assignment-problems';
import { describeColumns } from '../../../../lib/assign/facts/describe-columns';
import {
  assignmentOf,
  mergeGuesses,
  skipRest,
  withBlank,
  withDateFormat,
  withKey,
  withTarget,
  withTransform,
} from '../../../../lib/assign/edit/edit-assignment';
import type { AttributeId } from '../../../../lib/credential/attribute';
import { attributesOf } from '../../../../lib/credential/attributes';
import { tableOf } from '../../../fakes/table';

const attributes = attributesOf([]);
const facts = describeColumns(
  tableOf(
    ['Id', 'Email', 'Expiry', 'Grade'],
    [
      ['1', 'a@example.org', '01/02/2027', 'A'],
      ['2', 'b@example.org', '03/04/2027', 'B'],
    ],
  ),
);
const guess = (column: number, id: AttributeId | null): Guess =>
  id === null
    ? { column, target: { kind: 'undecided' }, reason: null, possible: null }
    : { column, target: { kind: 'attribute', id }, reason: { kind: 'header-is-label' }, possible: null };
const start = assignmentOf(
  [guess(0, null), guess(1, 'recipient-email'), guess(2, null), guess(3, 'grade')],
  facts,
);
const give = (assignment: Assignment, column: number, id: AttributeId) =>
  withTarget(assignment, column, { kind: 'attribute', id }, attributes);
const targets = (assignment: Assignment) =>
  assignment.columns.map(({ target }) => (target.kind === 'attribute' ? target.id : target.kind));

describe('an assignment', () => {
  test('moves an attribute from the column that had it', () => {
    expect(targets(give(start, 0, 'grade'))).toEqual(['grade', 'recipient-email', 'undecided', 'undecided']);
  });
  test('defaults to the best key, keeps a chosen one, and drops one without a column', () => {
    expect(start.key).toBe('recipient-email');
    const withId = give(start, 0, 'credential-id');
    expect(withId.key).toBe('credential-id');
    const chosen = withKey(withId, 'recipient-email');
    expect(give(chosen, 3, 'description').key).toBe('recipient-email');
    expect(withTarget(chosen, 1, { kind: 'skip' }, attributes).key).toBe('credential-id');
    expect(withKey(start, 'license-id')).toBe(start);
  });
  test('keeps a composite key until one part is gone, and refuses one without columns', () => {
    const both = withKey(give(start, 2, 'issue-date'), 'recipient-email', 'issue-date');
    expect([both.key, both.alsoBy]).toEqual(['recipient-email', 'issue-date']);
    const withId = give(both, 0, 'credential-id');
    expect([withId.key, withId.alsoBy]).toEqual(['recipient-email', 'issue-date']);
    const without = withTarget(withId, 2, { kind: 'skip' }, attributes);
    expect([without.key, without.alsoBy]).toEqual(['credential-id', undefined]);
    expect(withKey(both, 'recipient-email').alsoBy).toBeUndefined();
    expect(withKey(start, 'recipient-email', 'issue-date')).toBe(start);
    expect(withKey(start, 'recipient-email', 'recipient-email')).toBe(start);
  });
  test('resets the transform with the attribute', () => {
    const upper = withTransform(start, 3, 'upper');
    expect(upper.columns[3]!.transform).toBe('upper');
    expect(give(upper, 3, 'recipient-name').columns[3]!.transform).toBeUndefined();
  });
  test('resets "blank clears" with the attribute', () => {
    const clears = withBlank(start, 3, 'clear');
    expect(give(clears, 3, 'recipient-name').columns[3]!.blank).toBe('keep');
  });
  test('keeps decided columns when guesses are made again', () => {
    const kept = give(start, 0, 'grade');
    const merged = mergeGuesses(start, kept, new Set([0]), attributes);
    expect(targets(merged)).toEqual(['grade', 'recipient-email', 'undecided', 'undecided']);
  });
  test('skips all undecided columns', () => {
    expect(targets(skipRest(start))).toEqual(['skip', 'recipient-email', 'skip', 'grade']);
  });
});

test.each<[string, Assignment, readonly string[]]>([
  ['undecided columns', start, ['columns-undecided']],
  ['all decided', skipRest(start), []],
  ['no key', skipRest(withTarget(start, 1, { kind: 'skip' }, attributes)), ['no-key']],
  ['only a key', withKey(skipRest(start), 'recipient-email', 'grade'), ['nothing-to-update']],
  ['a date that can be read in two ways', skipRest(give(start, 2, 'expiry-date')), ['date-format-open']],
  ['its order chosen', withDateFormat(skipRest(give(start, 2, 'expiry-date')), 2, 'day-month-year'), []],
  ['only a key', skipRest(withTarget(start, 3, { kind: 'skip' }, attributes)), ['nothing-to-update']],
  [
    'a description of no evidence',
    skipRest(give(start, 2, 'evidence-description-1')),
    ['evidence-without-url'],
  ],
])('problems: %s', (_, assignment, expected) => {
  expect(assignmentProblems(assignment, facts, attributes).map(({ code }) => code)).toEqual(expected);
});

test('describes a column by all of its cells', () => {
  expect(facts[2]).toMatchObject({
    values: 2,
    blanks: 0,
    writtenDates: 2,
    samples: ['01/02/2027', '03/04/2027'],
    dateFormat: { kind: 'open' },
  });
  expect(facts[1]!.shares).toMatchObject({ email: 1, date: 0, phone: 0 });
});
