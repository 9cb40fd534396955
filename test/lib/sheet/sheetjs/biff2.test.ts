import { expect, test } from 'vitest';
import { readWorkbook } from '../../../../lib/sheet/read-workbook';
import { rowsOf } from '../cells-of';
import { LAZY_PARTS } from '../lazy-parts';

/* BIFF 2, the format of Excel 2: each kind of cell that it has. Its formats are not read. */

const record = (type: number, content: readonly number[]) => [type, 0, content.length, 0, ...content];
const at = (row: number, column: number) => [row, 0, column, 0, 0, 0, 0];
const double = (value: number) => {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value, true);
  return [...bytes];
};
const text = (words: string) => [words.length, ...Array.from(words, (letter) => letter.charCodeAt(0))];
const formula = (column: number, value: readonly number[], tokens: readonly number[]) =>
  record(6, [...at(1, column), ...value, 0, tokens.length, ...tokens]);

const FILE = Uint8Array.from([
  ...record(9, [2, 0, 0x10, 0]),
  ...record(4, [...at(0, 0), ...text('Name')]),
  ...record(2, [...at(0, 1), 7, 0]),
  ...record(3, [...at(0, 2), ...double(1.5)]),
  ...record(5, [...at(0, 3), 1, 0]),
  ...record(5, [...at(0, 4), 7, 1]),
  ...formula(0, double(42), [0x1e, 42, 0]),
  ...formula(1, [0, 0, 0, 0, 0, 0, 0xff, 0xff], [0x17, 2, 0x68, 0x69]),
  ...record(7, text('hi')),
  ...formula(2, [1, 0, 1, 0, 0, 0, 0xff, 0xff], [0x1d, 1]),
  ...formula(3, double(0), [0x1e, 0, 0]),
  ...record(1, at(1, 4)),
  ...record(10, []),
]);

test('every kind of cell of BIFF 2 is read', async () => {
  const book = await readWorkbook(FILE, LAZY_PARTS);
  if (!book.ok) throw new Error(book.problem.code);
  const rows = book.value.sheets.map((sheet) => rowsOf(sheet).map((row) => row.map(({ kind }) => kind)));
  expect(rows).toEqual([
    [
      ['text', 'number', 'number', 'flag', 'error'],
      ['number', 'text', 'flag', 'number', 'blank'],
    ],
  ]);
});
