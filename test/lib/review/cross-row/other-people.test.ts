import { describe, expect, test } from 'vitest';
import { assignmentOf } from '../../../../lib/assign/edit/edit-assignment';
import { describeColumns } from '../../../../lib/assign/facts/describe-columns';
import { attributesOf } from '../../../../lib/credential/attributes';
import { createGroup } from '../../../../lib/review/group/group';
import { reviewSheet } from '../../../../lib/review/view/review-sheet';
import { nameOf, peopleOf } from '../../../fakes/people';
import { describeAll, UNCORRECTED, TODAY } from '../../../fakes/review';
import { tableOf, type WrittenCell } from '../../../fakes/table';
import type { AttributeId } from '../../../../lib/credential/attribute';

type Columns = Readonly<Record<string, (n: number) => WrittenCell>>;

/**
 * Rows with the alarm in a sheet about people 1 to 12. Columns that are no attribute are skipped.
 */
function alarmedRows(columns: Columns, present?: (n: number) => string): number {
  const headers = ['credential-id', ...Object.keys(columns), 'grade'];
  const table = tableOf(
    headers,
    Array.from({ length: 12 }, (_, index) => [
      String(index + 1),
      ...Object.values(columns).map((cell) => cell(index + 1)),
      'A',
    ]),
  );
  const assigned = new Set(['credential-id', 'recipient-name', 'grade']);
  const choices = assignmentOf([], describeColumns(table)).columns.map((choice, at) => ({
    ...choice,
    target: assigned.has(headers[at]!)
      ? { kind: 'attribute' as const, id: headers[at]! as AttributeId }
      : { kind: 'skip' as const },
  }));
  const review = reviewSheet({
    table,
    assignment: { columns: choices, key: 'credential-id' },
    attributes: attributesOf([]),
    group: createGroup(peopleOf(12, present)),
    today: TODAY,
    ...UNCORRECTED,
  });
  const findings = describeAll(review).flatMap(({ findings: of }) => of);
  const alarms = findings.filter(({ code }) => code === 'other-people');
  for (const { facts } of alarms) expect(facts).toMatchObject({ count: alarms.length });
  return alarms.length;
}

const given = (n: number) => nameOf(n).split(' ')[0]!;
const family = (n: number) => nameOf(n).split(' ')[1]!;
const other = (n: number) => `Zoe${'abcdefghijklm'[n]!} Xu${'abcdefghijklm'[n]!}er`;

describe('other-people: the sheet names others than the credentials', () => {
  test.each<[string, Columns, number]>([
    ['in a skipped column', { Name: other }, 12],
    ['in a column that is written', { 'recipient-name': other }, 12],
    ['with another word for it', { Teilnehmer: other }, 12],
    [
      'in two columns',
      { 'First Name': (n) => other(n).split(' ')[0]!, 'Last Name': (n) => other(n).split(' ')[1]! },
      12,
    ],
    [
      'in a column that only the group tells, which is of the next one',
      { Henkilö: (n) => nameOf(1 + (n % 12)) },
      12,
    ],
    ['in half of the rows', { Name: (n) => (n % 2 === 0 ? other(n) : nameOf(n)) }, 6],
    ['in the rows that have one', { Name: (n) => (n < 5 ? other(n) : null) }, 4],
    ['beside their managers, who are meant by the key', { Name: other, Manager: nameOf }, 12],
  ])('%s', (_, columns, expected) => {
    expect(alarmedRows(columns)).toBe(expected);
  });
});

describe('other-people: silent where the names may be theirs', () => {
  test.each<[string, Columns, ((n: number) => string)?]>([
    ['there is no name', { Course: () => 'Welding for beginners' }],
    ['the same names', { Name: nameOf }],
    ['in capitals, the surname first', { Name: (n) => `${family(n).toUpperCase()}, ${given(n)}` }],
    ['first and last name', { 'First Name': given, 'Last Name': family }],
    ['the first name alone', { 'First Name': given }],
    ['everybody married', { 'recipient-name': (n) => `${given(n)} Novak` }],
    ['nicknames', { Name: (n) => `Bobby ${family(n)}` }],
    ['in another alphabet', { Name: () => 'Анна Иванова' }],
    ['the managers', { Manager: other, 'Supervisor Name': other }],
    ['a nickname beside the name', { Name: nameOf, Nickname: () => 'Bobby' }],
    ['four of twelve are new people', { 'recipient-name': (n) => (n < 5 ? other(n) : nameOf(n)) }],
    ['two of three that have a name', { Name: (n) => (n < 3 ? other(n) : n < 4 ? nameOf(n) : null) }],
    ['a middle name', { Name: (n) => `${given(n)} Maria ${family(n)}` }],
    ['words run together', { Name: (n) => `${given(n)}${family(n)}` }],
    ['the platform has no names', { Name: other }, () => ''],
  ])('%s', (_, columns, present) => {
    expect(alarmedRows(columns, present)).toBe(0);
  });
});
