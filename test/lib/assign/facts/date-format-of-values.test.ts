import { describe, expect, test } from 'vitest';
import { reportColumns } from '../../../../lib/assign/facts/column-report';
import type { Assignment, ColumnChoice } from '../../../../lib/assign/choice/assignment';
import { describeColumns } from '../../../../lib/assign/facts/describe-columns';
import { assignmentProblems } from '../../../../lib/assign/edit/assignment-problems';
import { assignmentOf, withFormatsOfValues } from '../../../../lib/assign/edit/edit-assignment';
import { attributesOf } from '../../../../lib/credential/attributes';
import { credentialOf } from '../../../fakes/credential';
import { dayCell, tableOf, type WrittenCell } from '../../../fakes/table';

const PRESENT = ['2027-02-01', '2027-04-03', '2027-06-05', '2027-08-07', '2027-10-09', '2027-12-11'];
const credentials = PRESENT.map((expiredOn, index) => credentialOf({ id: String(index + 1), expiredOn }));
const ATTRIBUTES = attributesOf([]);

function prepared(dates: readonly WrittenCell[], key: 'credential-id' | null = 'credential-id') {
  const table = tableOf(
    ['Credential ID', 'Expiry Date'],
    dates.map((date, index) => [String(index + 1), date]),
  );
  const facts = describeColumns(table);
  const columns = assignmentOf([], facts).columns.map((choice, index): ColumnChoice => ({
    ...choice,
    target: { kind: 'attribute', id: index === 0 ? 'credential-id' : 'expiry-date' },
  }));
  const assignment: Assignment = { columns, key };
  const reports = reportColumns(table, facts, assignment, ATTRIBUTES, credentials);
  return { facts, assignment, reports };
}

describe('the order of dates by the current values', () => {
  test.each<[string, readonly WrittenCell[], string | null]>([
    ['day first', ['01/02/2027', '03/04/2027', '05/06/2027'], 'day-month-year'],
    ['month first', ['02/01/2027', '04/03/2027', '06/05/2027'], 'month-day-year'],
    [
      'most are corrected, three agree',
      ['01/02/2027', '03/04/2027', '05/06/2027', '01/01/2028', '02/03/2028'],
      'day-month-year',
    ],
    ['two are too few', ['01/02/2027', '03/04/2027', '01/01/2029'], null],
    [
      'both readings agree',
      ['01/02/2027', '03/04/2027', '05/06/2027', '08/07/2027', '10/09/2027', '12/11/2027'],
      null,
    ],
    ['nothing agrees', ['01/02/2030', '03/04/2030', '05/06/2030', '07/08/2030'], null],
    ['days that are the same both ways', ['01/01/2027', '02/02/2027', '03/03/2027'], null],
    ['two digits of a year', ['01.02.27', '03.04.27', '05.06.27'], 'day-month-year'],
  ])('%s', (_, dates, expected) => {
    const { assignment, reports } = prepared(dates);
    const settled = withFormatsOfValues(assignment, reports, new Set());
    expect(settled.columns[1]!.dateFormat).toBe(expected);
  });

  const AGREEING = ['01/02/2027', '03/04/2027', '05/06/2027'];
  test('says how many rows agree', () => {
    const dates = [...AGREEING, '07/08/2027', '09/10/2027', '12/11/2027'];
    expect(prepared(dates).reports[1]!.dates?.agreeing).toEqual([
      { format: 'day-month-year', agreeing: 5 },
      { format: 'month-day-year', agreeing: 1 },
    ]);
  });
  test('leaves a column alone that the admin decided', () => {
    const { assignment, reports } = prepared(AGREEING);
    expect(withFormatsOfValues(assignment, reports, new Set([1]))).toBe(assignment);
  });
  /*
   * A column of dates, matched to credentials with the days of PRESENT, and what becomes of its
   * order: the one that it proves or hints at, or null when the admin is asked.
   */
  test.each<[string, readonly WrittenCell[], string | null]>([
    [
      'it is proved, and no present value speaks',
      ['31/12/2028', '01/02/2028', '15/06/2028'],
      'day-month-year',
    ],
    ['it is proved, and the present values agree', [...AGREEING, '31/12/2027'], 'day-month-year'],
    ['one mistyped date of four, and three rows as they are now', [...AGREEING, '12/31/2027'], null],
    [
      'one mistyped date of three, and two rows as they are now',
      ['01/02/2027', '03/04/2027', '12/31/2027'],
      null,
    ],
    ['one row is the mirror of the present day, and none is as now', ['01/02/2027', '12/31/2027'], null],
    [
      'two rows correct exchanged days, and more stay',
      ['02/01/2027', '04/03/2027', '05/06/2027', '07/08/2027', '09/10/2027', '31/12/2027', '30/12/2027'],
      'day-month-year',
    ],
    [
      'as many speak for each order: the column decides',
      ['01/02/2027', '04/03/2027', '31/12/2029', '30/12/2029', '29/12/2029', '28/12/2029'],
      'day-month-year',
    ],
    [
      'it is hinted at by one row of six, and no present value speaks',
      ['01/02/2028', '01/03/2028', '01/04/2028', '01/05/2028', '01/06/2028', '01/13/2028'],
      null,
    ],
    [
      'it is hinted at by one row of six, and five are as they are now',
      ['01/02/2027', '03/04/2027', '05/06/2027', '07/08/2027', '09/10/2027', '31/12/2027'],
      'day-month-year',
    ],
    [
      'it is hinted at by one row of six, and two are as they are now',
      ['01/02/2027', '03/04/2027', '01/06/2028', '01/08/2028', '01/10/2028', '31/12/2028'],
      null,
    ],
    [
      'the present values speak against the hint',
      ['01/02/2027', '03/04/2027', '05/06/2027', '07/08/2027', '09/10/2027', '12/31/2027'],
      null,
    ],
    ['it is mixed', [...AGREEING, '31/12/2027', '12/31/2027'], null],
    ['no date needs an order', ['2027-02-01', '3 April 2027'], null],
  ])('%s', (_, dates, expected) => {
    const { assignment, facts, reports } = prepared(dates);
    const settled = withFormatsOfValues(assignment, reports, new Set());
    expect(settled.columns[1]!.dateFormat).toBe(expected);
    const codes = assignmentProblems(settled, facts, ATTRIBUTES).map(({ code }) => code);
    const isAsked = expected === null && facts[1]!.dateFormat.kind !== 'none-needed';
    expect(codes).toEqual(isAsked ? ['date-format-open'] : []);
  });

  test('a row counts, not a text: one mistyped date beside one date a hundred times', () => {
    const dates = [...Array.from({ length: 99 }, () => '01/06/2027'), '01/13/2027'];
    expect(prepared(dates).facts[1]!.dateFormat.kind).toBe('hinted');
  });
  test('stays undecided without a key', () => {
    expect(prepared(AGREEING, null).reports[1]!.dates).toMatchObject({ format: null, agreeing: [] });
  });
});

test.each<[string, readonly WrittenCell[], number, number]>([
  ['plain dates', ['2027-01-31', '31/01/2027'], 0, 0],
  ['a time of day', ['2027-01-31T10:00:00Z', '31/01/2027 10:30', '2027-01-31'], 2, 0],
  ['a time of day in the cell itself', [{ ...dayCell('2027-01-31'), timeOfDay: true } as WrittenCell], 1, 0],
  ['years of two digits', ['1 Feb 27', '31 Jan 27', '31 Jan 2027'], 0, 2],
])('counts what reading drops or completes: %s', (_, dates, timesOfDay, shortYears) => {
  expect(prepared(dates).reports[1]).toMatchObject({ dates: { timesOfDay, shortYears } });
});
