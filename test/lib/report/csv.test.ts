import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvOf } from '../../../lib/report/csv';
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
])('%j is written as %j', (cell, written) => {
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(csvOf([[cell]]))).toBe(`\uFEFF${written}\r\n`);
});

test('any cells read back as the same, and none of them begins like a formula', async () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.string({
      unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', '0', 'ä'),
      maxLength: 6,
    }),
  );
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(rows, async (made) => {
      const all = [['id', 'Grade', 'Credential link'], ...made, ['last', '+1', 'end']];
      const bytes = new Uint8Array(csvOf(all));
      // Line ends within a cell are read as one kind, in every file.
      const oneKind = (row: readonly string[]) => row.map((text) => text.replace(/\r\n?/g, '\n'));
      expect(await readBack(bytes)).toEqual(all.map(oneKind));
      // Read by another program's parser.
      const cells = Papa.parse<string[]>(new TextDecoder().decode(bytes)).data.flat();
      expect(cells.filter((one) => /^[=+\-@\t\r\n]/.test(one))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
