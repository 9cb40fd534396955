import { describe, expect, it } from 'vitest';
import type { Assignment, ColumnChoice, Guess, Target } from '../../../../lib/assign/choice/assignment';
import { FIRST_JOINED } from '../../../../lib/assign/edit/join';
import {
  restoreMapping,
  restoreJoins,
  toSavedMapping,
  applyMapping,
  withJoinedNames,
  type SavedColumn,
} from '../../../../lib/assign/mapping/saved-mapping';
import { attributesOf } from '../../../../lib/credential/attributes';
import type { Day } from '../../../../lib/credential/day';
import type { ColumnFacts } from '../../../../lib/assign/facts/describe-columns';

const DAY = '2026-03-03' as Day;
const ATTRIBUTES = attributesOf([{ name: 'Location', kind: 'text' }]);
const to = (id: string): Target => ({ kind: 'attribute', id }) as Target;
const SKIP: Target = { kind: 'skip' };
const OPEN: Target = { kind: 'undecided' };
const choice = (column: number, target: Target, more: Partial<ColumnChoice> = {}): ColumnChoice => ({
  column,
  target,
  dateFormat: null,
  blank: 'keep',
  write: 'always',
  ...more,
});
const assignment = (columns: readonly ColumnChoice[], key: Assignment['key'] = null): Assignment => ({
  columns,
  key,
});
const named = (names: readonly string[]) => new Map(names.map((name, column) => [column, name]));
const column = (name: string, attribute: string | null, more: Partial<SavedColumn> = {}) =>
  ({ name, attribute, dateFormat: null, blank: 'keep', write: 'always', ...more }) as SavedColumn;

describe('a saved mapping', () => {
  it('is what each column is for, by its name, and the key: no value, no place', () => {
    const remembered = toSavedMapping(
      assignment(
        [
          choice(0, to('credential-id')),
          choice(2, to('expiry-date'), { dateFormat: 'day-month-year', blank: 'clear', write: 'always' }),
          choice(5, SKIP),
          choice(6, OPEN),
        ],
        'credential-id',
      ),
      [],
      new Map([
        [0, 'No'],
        [2, 'Until'],
        [5, 'Salary'],
        [6, 'Note'],
      ]),
      DAY,
    );
    expect(remembered).toEqual({
      day: DAY,
      key: 'credential-id',
      joins: [],
      columns: [
        { name: 'No', attribute: 'credential-id', dateFormat: null, blank: 'keep', write: 'always' },
        {
          name: 'Until',
          attribute: 'expiry-date',
          dateFormat: 'day-month-year',
          blank: 'clear',
          write: 'always',
        },
        { name: 'Salary', attribute: null, dateFormat: null, blank: 'keep', write: 'always' },
      ],
    });
  });
});

describe('a join', () => {
  const JOIN = { column: FIRST_JOINED, first: 3, second: 1 };
  const names = new Map([
    [1, 'Surname'],
    [3, 'Forename'],
  ]);

  it('is remembered by the names of its two, and found again wherever they are', () => {
    const all = withJoinedNames(names, [JOIN]);
    const remembered = toSavedMapping(
      assignment([choice(FIRST_JOINED, to('recipient-name'))]),
      [JOIN],
      all,
      DAY,
    );
    expect(remembered).toMatchObject({
      joins: [{ first: 'Forename', second: 'Surname' }],
      columns: [{ name: 'Forename+Surname', attribute: 'recipient-name' }],
    });
    const now = named(['Forename', 'Surname']);
    const joins = restoreJoins(remembered, now);
    expect(joins).toEqual([{ column: FIRST_JOINED, first: 0, second: 1 }]);
    const { choices } = restoreMapping('remembered', remembered, withJoinedNames(now, joins), ATTRIBUTES);
    expect(choices.get(FIRST_JOINED)?.target).toEqual(to('recipient-name'));
  });

  it('of which one half is missing is none', () => {
    const remembered = {
      day: DAY,
      key: null,
      columns: [],
      joins: [{ first: 'Forename', second: 'Surname' }],
    };
    expect(restoreJoins(remembered, named(['Forename']))).toEqual([]);
    expect(restoreJoins({ ...remembered, joins: [{ first: 'A', second: 'A' }] }, named(['A']))).toEqual([]);
  });
});

describe('a restored mapping', () => {
  it.each<[string, readonly SavedColumn[], readonly string[], readonly (readonly [number, Target])[]]>([
    [
      'by name, wherever the column is now',
      [column('No', 'credential-id'), column('Mark', 'grade'), column('Pay', null)],
      ['Pay', 'Mark', 'No'],
      [
        [0, SKIP],
        [1, to('grade')],
        [2, to('credential-id')],
      ],
    ],
    ['not for a column it does not know', [column('Mark', 'grade')], ['Marks'], []],
    [
      'not for an attribute that the account has lost',
      [column('Place', 'custom:City'), column('Where', 'custom:Location')],
      ['Place', 'Where'],
      [[1, to('custom:Location')]],
    ],
    [
      'no attribute twice, as a file that somebody edited may say',
      [column('A', 'grade'), column('B', 'grade')],
      ['A', 'B'],
      [[0, to('grade')]],
    ],
  ])('%s', (_, columns, names, expected) => {
    const found = restoreMapping(
      'remembered',
      { day: DAY, key: null, joins: [], columns },
      named(names),
      ATTRIBUTES,
    );
    expect([...found.choices].map(([at, { target }]) => [at, target])).toEqual(expected);
  });

  it('clears no value that may not be cleared', () => {
    const columns = [
      column('Name', 'recipient-name', { blank: 'clear', write: 'always' }),
      column('Mark', 'grade', { blank: 'clear', write: 'always' }),
    ];
    const { choices } = restoreMapping(
      'remembered',
      { day: DAY, key: null, joins: [], columns },
      named(['Name', 'Mark']),
      ATTRIBUTES,
    );
    expect([...choices.values()].map(({ blank }) => blank)).toEqual(['keep', 'clear']);
  });

  it('keeps the date format apart: this sheet is asked first', () => {
    const columns = [column('Until', 'expiry-date', { dateFormat: 'month-day-year' })];
    const found = restoreMapping(
      'remembered',
      { day: DAY, key: null, joins: [], columns },
      named(['Until']),
      ATTRIBUTES,
    );
    expect(found.choices.get(0)?.dateFormat).toBeNull();
    expect([...found.dateFormats]).toEqual([[0, 'month-day-year']]);
  });
});

describe('an applied mapping', () => {
  const facts = [0, 1, 2].map(
    (at) => ({ column: at, dateFormat: { kind: 'none' } }) as unknown as ColumnFacts,
  );
  const guess = (column: number, target: Target): Guess =>
    target.kind === 'undecided'
      ? { column, target, reason: null, possible: null }
      : { column, target, reason: { kind: 'header-is-synonym' }, possible: null };
  const restored = restoreMapping(
    'remembered',
    {
      day: DAY,
      key: 'recipient-email',
      joins: [],
      columns: [column('No', 'credential-id'), column('Mail', 'recipient-email'), column('Mark', 'grade')],
    },
    named(['No', 'Mail', 'Mark']),
    ATTRIBUTES,
  );
  const guesses = [guess(0, to('credential-id')), guess(1, OPEN), guess(2, to('description'))];
  const present = assignment(
    [choice(0, to('credential-id')), choice(1, OPEN), choice(2, to('description'))],
    'credential-id',
  );

  it('goes before a guess, says why, and brings its key', () => {
    const taken = applyMapping(
      restored,
      { guesses, assignment: present, attributes: ATTRIBUTES },
      facts,
      new Set(),
    );
    expect(taken.assignment.columns.map(({ target }) => target)).toEqual([
      to('credential-id'),
      to('recipient-email'),
      to('grade'),
    ]);
    expect(taken.assignment.key).toBe('recipient-email');
    expect(taken.guesses.find((guess) => guess.column === 2)).toEqual({
      column: 2,
      target: to('grade'),
      reason: { kind: 'remembered', day: DAY },
      possible: null,
    });
  });

  it('leaves alone what was decided by hand, and takes no attribute from it', () => {
    const byHand = assignment([choice(0, to('grade')), choice(1, OPEN), choice(2, OPEN)], null);
    const taken = applyMapping(
      restored,
      { guesses, assignment: byHand, attributes: ATTRIBUTES },
      facts,
      new Set([0]),
    );
    expect(taken.assignment.columns.map(({ target }) => target)).toEqual([
      to('grade'),
      to('recipient-email'),
      OPEN,
    ]);
  });
});
