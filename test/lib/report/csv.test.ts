import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvOf } from '../../../lib/report/csv';
import { listSeparator } from '../../../lib/report/list-separator';
import { withoutGuards } from '../../../lib/report/guarded-text';
import { readWorkbook } from '../../../lib/sheet/read-workbook';
import { textOf } from '../../../lib/sheet/cells/sheet';
import { LAZY_PARTS } from '../sheet/lazy-parts';

/** A file as the panel reads it, without the guards of ours: its cells as text. */
async function readBack(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const read = await readWorkbook(bytes, LAZY_PARTS);
  if (!read.ok) throw new Error(read.problem.code);
  const [sheet] = withoutGuards(read.value).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: sheet.columnCount }, (__, column) => textOf(sheet.cell(row + 1, column))),
  );
}

/** [the cell, its text in the file] */
test.each([
  ['Ada', '"Ada"'],
  ['', '""'],
  ['say "yes", please', '"say ""yes"", please"'],
  ['two\r\nlines', '"two\r\nlines"'],
  ['00123', '"00123"'],
  ['=1+1', `"'=1+1"`],
  ['+49 30 1234', `"'+49 30 1234"`],
  ['-5', `"'-5"`],
  ['@ada', `"'@ada"`],
  ['\tx', `"'\tx"`],
  ['\rx', `"'\rx"`],
  ['＝1', `"'＝1"`],
  [`'=1`, `"''=1"`],
  [`O'Brien`, `"O'Brien"`],
  [`'t Hooft`, `"'t Hooft"`],
  // Within a cell: what another delimiter would make a cell of its own.
  ['x;=1+1;y', `"x;'=1+1;y"`],
  ['x,=1+1', `"x,'=1+1"`],
  ['x\t=1+1', `"x\t'=1+1"`],
  ['x|@sum', `"x|'@sum"`],
  ['x\n=1+1', `"x\n'=1+1"`],
  ['x\r\n-1', `"x\r\n'-1"`],
  ['\t=1', `"'\t'=1"`],
  [';;=1', `";;'=1"`],
  ['x; =1', `"x;' =1"`],
  ['x;"=1"', '"x;\'""=1"""'],
  [`x;'=1`, `"x;''=1"`],
  ['x;\u00A0=1', `"x;'\u00A0=1"`],
  ['x;＝1', `"x;'＝1"`],
  // Honest texts with such signs elsewhere.
  ['Lovelace, Ada', '"Lovelace, Ada"'],
  ['A-1; B-2', '"A-1; B-2"'],
  ['1=1', '"1=1"'],
  ['ada@x.test;bob@x.test', '"ada@x.test;bob@x.test"'],
  ["'t Hooft; 't Zand", `"'t Hooft; 't Zand"`],
  ['a|b|c', '"a|b|c"'],
  ['one\ntwo', '"one\ntwo"'],
])('%j is written as %j', (cell, written) => {
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(csvOf([[cell]], ','))).toBe(
    `\uFEFF${written}\r\n`,
  );
});

/**
 * The cells that Excel makes of a text with a delimiter: quotes count at the beginning of a cell
 * only, and what follows a closing quote belongs to the cell.
 */
function cellsIn(text: string, delimiter: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let isBegun = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (isQuoted && sign === '"' && text[at + 1] === '"') {
      cell += sign;
      at += 1;
    } else if (isQuoted && sign === '"') isQuoted = false;
    else if (!isBegun && sign === '"') [isQuoted, isBegun] = [true, true];
    else if (!isQuoted && (sign === delimiter || sign === '\r' || sign === '\n')) {
      cells.push(cell);
      [cell, isBegun] = ['', false];
    } else [cell, isBegun] = [cell + sign, true];
  }
  return [...cells, cell];
}

const DELIMITERS = [',', ';', '\t', '|'];

test.each(DELIMITERS)('a cell of its own is found in a bare text: %j', (delimiter) => {
  expect(cellsIn(`"1"${delimiter}x${delimiter}=1\r\n`, delimiter)).toContain('=1');
});

test('any cells read back as the same, and none begins a formula by any delimiter', async () => {
  const signs = ["'", '=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', '|', ' ', '0', 'ä', '＝'];
  const cell = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.string({ unit: fc.constantFrom(...signs), maxLength: 6 }),
  );
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom(...DELIMITERS), async (made, delimiter) => {
      const all = [['id', 'Grade', 'Credential link'], ...made, ['last', '+1', 'end']];
      const bytes = new Uint8Array(csvOf(all, delimiter));
      // Line ends within a cell are read as one kind, in every file.
      const oneKind = (row: readonly string[]) => row.map((text) => text.replace(/\r\n?/g, '\n'));
      expect(await readBack(bytes)).toEqual(all.map(oneKind));
      // Read by another program's parser, and by Excel's rule with each delimiter.
      const text = new TextDecoder().decode(bytes);
      const others = DELIMITERS.flatMap((other) => cellsIn(text, other));
      const cells = [...Papa.parse<string[]>(text).data.flat(), ...others];
      expect(cells.filter((one) => /^[\s"]*[=+\-@＝]/.test(one))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

/** [the delimiter of the sheet, what divides the result] */
test.each([
  [',', ','],
  [';', ';'],
  ['\t', '\t'],
  ['|', listSeparator()],
  [undefined, listSeparator()],
])('the result of a sheet by %j is divided by %j', (delimiter, expected) => {
  const text = new TextDecoder().decode(csvOf([['a', 'b']], delimiter));
  expect(text).toBe(`"a"${expected}"b"\r\n`);
});

test.each([
  ['en-US', ','],
  ['en-GB', ','],
  ['ja-JP', ','],
  ['he-IL', ','],
  ['de-DE', ';'],
  ['fr-FR', ';'],
  ['pl-PL', ';'],
  ['pt-BR', ';'],
  ['ar-EG', ';'],
])('the list separator of %s is %j', (locale, separator) => {
  expect(listSeparator(locale)).toBe(separator);
});
