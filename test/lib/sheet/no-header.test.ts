import { describe, expect, test } from 'vitest';
import { findHeaderRow } from '../../../lib/sheet/table/header-row';
import { makeTable } from '../../../lib/sheet/table/make-table';
import { textOf } from '../../../lib/sheet/cells/sheet';
import { sheetOf } from './cells-of';

/** A first row that is certainly data must not become the header: its person would be skipped. */

type Rows = readonly (readonly string[])[];

const IDS: Rows = [
  ['10498227', 'Merit'],
  ['10498228', 'Distinction'],
  ['10498229', 'Merit'],
  ['10498230', 'Pass'],
  ['10498231', 'Pass'],
];
const UUIDS: Rows = ['a', 'b', 'c'].map((end) => [`7b1f0c4e-1111-4222-8333-94445555666${end}`, `Ann ${end}`]);

test.each<[string, Rows]>([
  ['ids and grades', IDS],
  ['ids alone', IDS.map(([id = '']) => [id])],
  ['e-mails alone', [['ann@x.org'], ['bob@x.org']]],
  [
    'names, e-mails and dates',
    [
      ['Ann Lee', 'ann@x.org', '2027-01-31'],
      ['Bob Kim', 'bob@x.org', '2027-02-01'],
    ],
  ],
  [
    'names and dates',
    [
      ['Ann Lee', '31.01.2027'],
      ['Bob Kim', '01.02.2027'],
    ],
  ],
  [
    'four words and an e-mail, as many words as a header has',
    [
      ['Ann', 'Lee', 'Bonn', 'Merit', 'ann@x.org'],
      ['Bob', 'Kim', 'Oslo', 'Pass', 'bob@x.org'],
    ],
  ],
  ['public ids', UUIDS],
  [
    'ids with letters',
    [
      ['AB-10231', 'A'],
      ['AB-10232', 'B'],
      ['CD-10233', 'A'],
    ],
  ],
  [
    'ids and short numbers',
    [
      ['10498227', '85'],
      ['10498228', '9'],
      ['10498229', '100'],
    ],
  ],
  [
    'a blank cell in the first row',
    [
      ['10498227', ''],
      ['10498228', 'B'],
      ['10498229', 'C'],
    ],
  ],
  [
    'a word of headers that is a value here',
    [
      ['10498227', 'Course'],
      ['10498228', 'Course'],
      ['10498229', 'Exam'],
    ],
  ],
  ['most of a column, not all', [...IDS, ['n/a', 'Pass']]],
  ['a single row', [['10498227', 'Merit']]],
  ['one row with an e-mail', [['Ann Lee', 'ann@x.org']]],
  ['blank rows above', [[], ...IDS]],
])('no header: %s', (_, rows) => {
  expect(findHeaderRow(sheetOf(...rows))).toEqual({ row: 0, reason: 'no-header' });
});

describe('a table without a header', () => {
  const tableOf = (...rows: Rows) => {
    const table = makeTable(sheetOf(...rows), { row: 0, reason: 'no-header' });
    if (!table.ok) throw new Error(table.problem.code);
    return table.value;
  };

  test('names its columns by letter, and row 1 is data', () => {
    const table = tableOf(...IDS);
    expect(table.headerRow).toBe(0);
    expect(table.columns.map(({ header, letter }) => [header, letter])).toEqual([
      ['A', 'A'],
      ['B', 'B'],
    ]);
    expect(table.rows).toEqual([1, 2, 3, 4, 5]);
    expect(textOf(table.cell(1, 1))).toBe('Merit');
  });

  test('excludes blank columns, blank rows and totals', () => {
    const table = tableOf(['1', '', 'A', 'x'], [], ['2', '', 'B', 'y'], ['Total', '', '2']);
    expect(table.columns.map(({ header }) => header)).toEqual(['A', 'C', 'D']);
    expect(table.rows).toEqual([1, 3]);
    expect(table.excluded).toEqual([
      { reason: 'blank', rows: [2] },
      { reason: 'total', rows: [4] },
    ]);
  });

  test('has no repeated headers', () => {
    expect(tableOf(['A', 'B'], ['A', 'B']).rows).toEqual([1, 2]);
  });

  test('has no rows when there is only a total', () => {
    expect(makeTable(sheetOf(['', '', 'Total']), { row: 0, reason: 'chosen' })).toEqual({
      ok: false,
      problem: { code: 'no-rows-below-header', sheet: 'Sheet1', headerRow: 0 },
    });
  });
});
