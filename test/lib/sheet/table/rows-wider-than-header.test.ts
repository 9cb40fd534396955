import { expect, test } from 'vitest';
import { findHeaderRow } from '../../../../lib/sheet/table/header-row';
import { makeTable } from '../../../../lib/sheet/table/make-table';
import { readDelimited } from '../../../../lib/sheet/text/text';
import { NO_HEADER_ROW } from '../../../../lib/sheet/table/table';
import { textSheet } from '../../../../lib/sheet/text/text-sheet';

/** Wide rows of a text, with the number of extra fields, and their note. */
async function wideRowsOf(text: string, headerRow?: number) {
  const read = await readDelimited(text);
  if (!read.ok) throw new Error(read.problem.code);
  const { sheet } = read.value;
  const header =
    headerRow === undefined ? findHeaderRow(sheet) : { row: headerRow, reason: 'chosen' as const };
  const table = makeTable(sheet, header);
  if (!table.ok) throw new Error(table.problem.code);
  const { wideRows, notes } = table.value;
  expect(notes).toEqual(wideRows.size === 0 ? [] : [{ code: 'wide-rows', count: wideRows.size }]);
  return [...wideRows];
}

test.each<[string, string, readonly (readonly [row: number, more: number])[]]>([
  ['none', 'ID,Name,Grade\n5001,Ann,A\n5002,Bob,B\n', []],
  ['a comma in a name without quotes', 'ID,Name,Grade\n5001,Smith, John,A\n5002,Bob,B\n', [[2, 1]]],
  ['two of them', 'ID,Name,Grade\n5001,Ann,A\n5002,King, Martin Luther, Jr.,B\n', [[3, 2]]],
  ['a comma in a name in quotes', 'ID,Name,Grade\n5001,"Smith, John",A\n', []],
  ['a decimal comma in a list with commas', 'ID,Name,Hours\n5001,Ann,1,5\n5002,Bob,2\n', [[2, 1]]],
  ['a semicolon', 'ID;Name;Grade\n5001;Ann; the second;A\n5002;Bob;B\n', [[2, 1]]],
  ['a tab', 'ID\tName\tGrade\n5001\tAnn\tthe second\tA\n5002\tBob\tB\n', [[2, 1]]],
  [
    'a quote that ends a field too early',
    'ID,Item,Name\n5001,"Screen 24", black",Ann\n5002,Desk,Bob\n',
    [[2, 1]],
  ],
  [
    'row names of R, which have no header',
    'ID,Name\nr1,5001,Ann\nr2,5002,Bob\n',
    [
      [2, 1],
      [3, 1],
    ],
  ],
  ['blank cells behind all of a row', 'ID,Name,Grade\n5001,Ann,A,,,\n5002,Bob,B, ,\n', []],
  [
    'a header row with a blank end, as a spreadsheet program pads it',
    'ID,Name,Grade,\n5001,Ann,A,checked\n',
    [],
  ],
  ['shorter rows', 'ID,Name,Grade\n5001,Ann\n5002\n5003,Cid,C\n', []],
  [
    'a title above the header row',
    'Report of May\n\nID,Name,Grade\n5001,Ann,A\n5002,Smith, John,B\n',
    [[5, 1]],
  ],
])('finds wide rows: %s', async (_, text, expected) => {
  expect(await wideRowsOf(text)).toEqual(expected);
});

test('compares with the chosen header row', async () => {
  const text = 'ID,Name,Grade\nSerial,Recipient,Grade,City\n5001,Ann,A,Oslo\n';
  expect(await wideRowsOf(text, 2)).toEqual([]);
  expect(await wideRowsOf(text, 1)).toEqual([
    [2, 1],
    [3, 1],
  ]);
});

test.each<[string, string, readonly (readonly [row: number, more: number])[]]>([
  ['none', '5001,Ann\n5002,Bob\n', []],
  ['what most rows have is the measure', '5001,Smith, John\n5002,Bob\n5003,Cid\n', [[1, 1]]],
  ['the wider of two that are as frequent', '5001,Smith, John\n5002,Bob\n', []],
])('without a header row: %s', async (_, text, expected) => {
  expect(await wideRowsOf(text, NO_HEADER_ROW)).toEqual(expected);
});

test('finds none in a workbook', () => {
  const sheet = textSheet('Sheet1', [
    ['ID', 'Name'],
    ['5001', 'Ann', 'checked by Bob'],
  ]);
  const table = makeTable(sheet, { row: 1, reason: 'first-row' });
  expect(table.ok && [...table.value.wideRows]).toEqual([]);
});
