import { expect, test } from 'vitest';
import { readXlsx } from '../../../../lib/sheet/xlsx/read-xlsx';
import { relations, xlsxOfParts } from './xlsx-of-parts';

const ROW = '<row r="1"><c r="A1"><v>7</v></c></row>';
const workbook = (sheets: string) => ({
  'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>`,
});
const ONE = '<sheet name="One" r:id="rId1"/>';

/** Names of the sheets that are read, or why none is. */
async function read(bytes: Uint8Array): Promise<unknown> {
  const found = await readXlsx(bytes, {});
  if (!found.ok) return found.problem;
  return found.value.kind === 'read' ? found.value.sheets.map(({ name }) => name) : found.value.why;
}

test.each<[string, string, unknown]>([
  ['one sheet', ONE, ['One']],
  ['a left-over macro sheet without a relation', `<sheet name="Module" r:id=""/>${ONE}`, ['One']],
  ['one without the attribute', `${ONE}<sheet name="Module"/>`, ['One']],
  ['nothing but such sheets', '<sheet name="Module" r:id=""/>', 'no sheet'],
  ['a relation that is not there', `${ONE}<sheet name="Two" r:id="rId9"/>`, 'a sheet without a relation'],
  [
    'two sheets of one part',
    `${ONE}<sheet name="Two" r:id="rId1"/>`,
    { code: 'file-damaged', detail: 'two sheets are one part' },
  ],
  [
    '20,000 sheets of one part',
    ONE.repeat(20_000),
    { code: 'file-too-large', what: 'sheets', amount: 20_000, limit: 5000 },
  ],
])('%s', async (_, sheets, expected) => {
  expect(await read(xlsxOfParts(ROW, workbook(sheets)))).toEqual(expected);
});

test('two sheets of two parts', async () => {
  const bytes = xlsxOfParts(ROW, {
    ...workbook(`${ONE}<sheet name="Two" r:id="rId2"/>`),
    'xl/_rels/workbook.xml.rels': relations(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['worksheet', 'worksheets/sheet2.xml'],
    ),
    'xl/worksheets/sheet2.xml': `<worksheet><sheetData>${ROW}</sheetData></worksheet>`,
  });
  expect(await read(bytes)).toEqual(['One', 'Two']);
});
