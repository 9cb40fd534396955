import { expect, test } from 'vitest';
import { makeTable } from '../../../../lib/sheet/table/make-table';
import { textOf } from '../../../../lib/sheet/cells/sheet';
import { sheetOf } from '../cells-of';

const HEADER = { row: 1, reason: 'first-row' } as const;

function headersOf(...rows: readonly (readonly string[])[]) {
  const table = makeTable(sheetOf(...rows), HEADER);
  return table.ok ? table.value.columns.map(({ header, letter }) => `${letter}: ${header}`) : table.problem;
}

test.each([
  [
    'trimmed',
    [
      [' Name\u00A0', 'Two\nlines'],
      ['1', '2'],
    ],
    ['A: Name', 'B: Two lines'],
  ],
  [
    'empty with values',
    [
      ['Name', '', 'Email'],
      ['1', '2', '3'],
    ],
    ['A: Name', 'B: Column B', 'C: Email'],
  ],
  [
    'empty without values',
    [
      ['Name', '', 'Email'],
      ['1', '', '3'],
    ],
    ['A: Name', 'C: Email'],
  ],
  [
    'a header without values',
    [
      ['Name', 'Email'],
      ['1', ''],
    ],
    ['A: Name', 'B: Email'],
  ],
  [
    'the same header again',
    [
      ['ID', 'ID', 'id'],
      ['1', '2', '3'],
    ],
    ['A: ID', 'B: ID (2)', 'C: id (3)'],
  ],
  [
    'a name that is taken',
    [
      ['ID', 'ID (2)', 'ID'],
      ['1', '2', '3'],
    ],
    ['A: ID', 'B: ID (2)', 'C: ID (3)'],
  ],
  [
    'names of prototypes',
    [
      ['__proto__', 'constructor'],
      ['1', '2'],
    ],
    ['A: __proto__', 'B: constructor'],
  ],
])('headers: %s', (_, rows, expected) => {
  expect(headersOf(...rows)).toEqual(expected);
});

test.each([
  [
    'blank rows',
    [
      ['', ''],
      [' ', '\u00A0'],
    ],
    { reason: 'blank', rows: [3, 4] },
  ],
  ['a repeated header', [['Name ', 'Email', 'City', 'Grade']], { reason: 'repeated-header', rows: [3] }],
  ['a total', [['Total', '', '', '12']], { reason: 'total', rows: [3] }],
  ['a total in German', [['Summe:', '', '', '12']], { reason: 'total', rows: [3] }],
  ['a total in one cell', [['Total rows: 300']], { reason: 'total', rows: [3] }],
])('excludes %s', (_, rows, expected) => {
  const sheet = sheetOf(['Name', 'Email', 'City', 'Grade'], ['Ann', 'a@x.org', 'Bonn', '1'], ...rows, [
    'Bob',
    'b@x.org',
    'Rome',
    '2',
  ]);
  const table = makeTable(sheet, HEADER);
  expect(table).toMatchObject({ ok: true, value: { rows: [2, 3 + rows.length], excluded: [expected] } });
});

test.each([
  ['a person called Total', ['Total', 't@x.org', 'Bonn', '1']],
  ['a name that begins so', ['Summer', '', '', '1']],
  ['a row that differs from the header in one cell', ['Name', 'Email', 'City', 'A']],
])('keeps %s', (_, row) => {
  const table = makeTable(sheetOf(['Name', 'Email', 'City', 'Grade'], row), HEADER);
  expect(table).toMatchObject({ ok: true, value: { rows: [2], excluded: [] } });
});

test('returns a cell by row number and column index', () => {
  const table = makeTable(sheetOf(['Title'], ['', 'Email'], ['', 'a@x.org']), { row: 2, reason: 'chosen' });
  expect(table.ok && table.value.columns.map(({ index }) => index)).toEqual([1]);
  expect(table.ok && textOf(table.value.cell(3, 1))).toBe('a@x.org');
  expect(table.ok && table.value.cell(99, 1)).toEqual({ kind: 'blank' });
});

test.each([
  ['an empty sheet', [], { code: 'sheet-empty', sheet: 'Sheet1' }],
  ['a header alone', [['Name']], { code: 'no-rows-below-header', sheet: 'Sheet1', headerRow: 1 }],
  [
    'only a total below',
    [['Name', 'Email'], ['Total']],
    { code: 'no-rows-below-header', sheet: 'Sheet1', headerRow: 1 },
  ],
])('%s is a Problem', (_, rows, problem) => {
  expect(makeTable(sheetOf(...rows), HEADER)).toEqual({ ok: false, problem });
});
