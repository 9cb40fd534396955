import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvOf, csvText } from '../../../lib/report/csv';
import { withoutGuards } from '../../../lib/report/guarded-text';
import { readWorkbook } from '../../../lib/sheet/read-workbook';
import { textOf } from '../../../lib/sheet/cells/sheet';
import { RESULT_ROWS } from '../../fixtures/results/rows';
import { LAZY_PARTS } from '../sheet/lazy-parts';

/*
 * A result that is dropped again: the guards of its cells are removed where we added them, and
 * nowhere else.
 */

type Rows = readonly (readonly string[])[];

/** The cells of a file as the panel reads it, as text. */
async function cellsOf(bytes: Uint8Array): Promise<Rows> {
  const read = await readWorkbook(bytes, LAZY_PARTS);
  if (!read.ok) throw new Error(read.problem.code);
  const [sheet] = withoutGuards(read.value).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: sheet.columnCount }, (__, column) => textOf(sheet.cell(row + 1, column))),
  );
}

const encode = (text: string) => new TextEncoder().encode(text);
const kept = (name: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures/results', name)));
const written = new Uint8Array(csvOf(RESULT_ROWS));
/** Its rows as another program reads them, with all apostrophes. */
const rows = () =>
  Papa.parse<string[]>(new TextDecoder().decode(written), { skipEmptyLines: true }).data.map((row) => [
    ...row,
  ]);
const unparsed = (of: Rows, how: Papa.UnparseConfig) =>
  encode(
    Papa.unparse(
      of.map((row) => [...row]),
      how,
    ),
  );
const edited = (edit: (row: string[], at: number) => string[]) =>
  unparsed(rows().map(edit), { delimiter: ';', newline: '\r\n' });

describe('a result as CSV is the same rows again', () => {
  test.each<[string, () => Uint8Array]>([
    ['as it was written', () => written],
    ['without its byte order mark', () => written.slice(3)],
    ['with its quotes dropped', () => unparsed(rows(), { newline: '\r\n' })],
    ['with its quotes dropped, and the mark kept', () => encode(`\uFEFF${Papa.unparse(rows())}`)],
    ['by semicolons', () => unparsed(rows(), { delimiter: ';' })],
    ['by tabs, as its cells are copied', () => unparsed(rows(), { delimiter: '\t', quotes: false })],
    [
      'as UTF-16',
      () => new Uint8Array(Buffer.from(`\uFEFF${Papa.unparse(rows(), { delimiter: '\t' })}`, 'utf16le')),
    ],
    ['saved again by LibreOffice', () => kept('result.csv')],
    ['saved by LibreOffice as XLSX', () => kept('result.xlsx')],
    ['saved by LibreOffice as ODS', () => kept('result.ods')],
  ])('%s', async (_, bytes) => {
    expect(await cellsOf(bytes())).toEqual(RESULT_ROWS);
  });

  test.each<[string, (row: string[], at: number) => string[], (rows: Rows) => Rows]>([
    [
      'after a value was corrected: what is typed has no guard',
      (row, at) => (at === 1 ? row.with(1, '-7') : row),
      (all) => all.map((row, at) => (at === 1 ? row.with(1, '-7') : row)),
    ],
    [
      'with other columns taken out',
      (row) => [...row.slice(0, 2), ...row.slice(6)],
      (all) => all.map((row) => [...row.slice(0, 2), ...row.slice(6)]),
    ],
    [
      'with its columns in another order',
      (row) => row.toReversed(),
      (all) => all.map((row) => row.toReversed()),
    ],
  ])('%s', async (_, edit, expected) => {
    expect(await cellsOf(edited(edit))).toEqual(expected(RESULT_ROWS));
  });

  test('with lines added above it', async () => {
    const title = ['Refused on Monday', '', '', '', '', '', ''];
    expect(await cellsOf(unparsed([title, ...rows()], {}))).toEqual([title, ...RESULT_ROWS]);
  });

  test('a result of a result: the header of the first is one of its columns', async () => {
    const again = RESULT_ROWS.map((row, at) => [...row, at === 0 ? 'Credential link' : '']);
    expect(await cellsOf(new Uint8Array(csvOf(again)))).toEqual(again);
  });
});

describe('apostrophes that are not ours stay', () => {
  const guardedByOthers: Rows = [
    ['Credential ID', 'Phone', 'Handle'],
    ['1', "'+49 30 1234", "'@anna"],
  ];
  test.each<[string, () => Uint8Array, Rows]>([
    [
      'a file that another system guarded',
      () => unparsed(guardedByOthers, { quotes: true }),
      guardedByOthers,
    ],
    [
      'the same with a byte order mark',
      () => encode(csvText(guardedByOthers).replaceAll("''", "'")),
      guardedByOthers,
    ],
    ['our XLSX, saved as CSV by LibreOffice', () => kept('workbook.csv'), RESULT_ROWS],
    [
      'a cell that says the words of the header',
      () =>
        unparsed(
          [
            ['Credential ID', 'Note'],
            ['1', 'Credential link'],
            ['2', "'=1"],
          ],
          {},
        ),
      [
        ['Credential ID', 'Note'],
        ['1', 'Credential link'],
        ['2', "'=1"],
      ],
    ],
    [
      'our CSV in a program that takes apostrophes for its own sign of text',
      () =>
        unparsed(
          rows().map((row) => row.map((cell) => cell.replace(/^'/, ''))),
          {},
        ),
      // The other program has removed an apostrophe of the text itself.
      RESULT_ROWS.map((row) => row.map((cell) => (cell === "'t Hooft" ? 't Hooft' : cell))),
    ],
  ])('%s', async (_, bytes, expected) => {
    expect(await cellsOf(bytes())).toEqual(expected);
  });
});
