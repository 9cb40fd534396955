import { expect, test } from 'vitest';
import type { Assignment } from '../../../../lib/assign/choice/assignment';
import { assignmentProblems } from '../../../../lib/assign/edit/assignment-problems';
import { describeColumns } from '../../../../lib/assign/facts/describe-columns';
import { assignmentOf, withDateFormat } from '../../../../lib/assign/edit/edit-assignment';
import { attributesOf } from '../../../../lib/credential/attributes';
import { dayCell, tableOf, type WrittenCell } from '../../../fakes/table';

/*
 * "05/03/2027" was written as the 5th of March. Opened where the month comes first, it becomes a
 * date, the 3rd of May. "15/03/2027" has no such month and stays text.
 */

const TURNED = [dayCell('2027-05-03'), dayCell('2027-11-03'), dayCell('2027-02-03')];
const ATTRIBUTES = attributesOf([]);

test.each<[string, readonly WrittenCell[], string]>([
  ['day first, opened where the month is', [...TURNED, '15/03/2027', '31/03/2027'], 'swapped'],
  ['month first, opened where the day is', [...TURNED, '03/15/2027'], 'swapped'],
  ['a later day among the dates', [...TURNED, dayCell('2027-03-15'), '31/03/2027'], 'proved'],
  ['a text that would have become a date', [...TURNED, '15/03/2027', '16/03/2027', '06/03/2027'], 'proved'],
  ['one text that no other order reads', [...TURNED, '15/03/2027', '06/03/2027'], 'hinted'],
  ['two dates may have early days by chance', [...TURNED.slice(1), '15/03/2027'], 'proved'],
  [
    'the same date again and again',
    [...TURNED.slice(2), ...TURNED.slice(2), ...TURNED.slice(2), '15/03/2027'],
    'proved',
  ],
  ['texts that need no order', [...TURNED, '15 March 2027'], 'none-needed'],
  ['texts alone', ['15/03/2027', '31/03/2027', '05/03/2027'], 'proved'],
  ['dates alone', TURNED, 'none-needed'],
])('%s', (_, cells, expected) => {
  const table = tableOf(
    ['Credential ID', 'Issue Date'],
    cells.map((cell, at) => [String(71001 + at), cell]),
  );
  const facts = describeColumns(table);
  expect(facts[1]!.dateFormat.kind).toBe(expected);
  const targets = [['credential-id'], ['issue-date']] as const;
  const { columns } = assignmentOf([], facts);
  const assignment: Assignment = {
    columns: columns.map((choice, at) => ({ ...choice, target: { kind: 'attribute', id: targets[at]![0] } })),
    key: 'credential-id',
  };
  const codes = (of: Assignment) => assignmentProblems(of, facts, ATTRIBUTES).map(({ code }) => code);
  const isOpen = expected === 'swapped' || expected === 'hinted';
  expect(codes(assignment)).toEqual(isOpen ? ['date-format-open'] : []);
  expect(codes(withDateFormat(assignment, 1, 'day-month-year'))).toEqual([]);
});
