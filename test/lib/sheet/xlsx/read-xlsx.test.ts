import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Sheet } from '../../../../lib/sheet/cells/sheet';
import { readWithSheetJs } from '../../../../lib/sheet/sheetjs/sheetjs';
import { readXlsx } from '../../../../lib/sheet/xlsx/read-xlsx';
import { rowsOf, textsOf } from '../cells-of';
import { partsOfXlsx, relations, stringsOf, stylesOf, xlsxOfParts, type Parts } from './xlsx-of-parts';
import { zipOfEntries } from './zip-of-entries';

async function sheetsOf(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const read = await readXlsx(bytes, {});
  if (!read.ok || read.value.kind !== 'read') throw new Error(JSON.stringify(read));
  return read.value.sheets;
}

const row = (cells: string) => `<row r="1">${cells}</row>`;
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

describe('a cell', () => {
  const strings: Parts = {
    'xl/sharedStrings.xml': stringsOf(
      '<t>plain</t>',
      '<r><t xml:space="preserve">Zo </t></r><r><t>ë</t></r><rPh sb="0" eb="1"><t>furigana</t></rPh>',
      '<t>a&amp;b &lt;c&gt; &#233;&#x1F600;</t>',
      '<t><![CDATA[<&>]]>!</t>',
      '<t>line_x000D__x000A_ _x005F_x000D_</t>',
      '<t/>',
      '<t>one<!-- no text -->two</t>',
      '<t>00123</t>',
    ),
  };
  test.each([
    ['shared', '<c r="A1" t="s"><v>0</v></c>', 'plain'],
    ['rich text, without the phonetic run', '<c r="A1" t="s"><v>1</v></c>', 'Zo ë'],
    ['entities', '<c r="A1" t="s"><v>2</v></c>', 'a&b <c> é😀'],
    ['CDATA', '<c r="A1" t="s"><v>3</v></c>', '<&>!'],
    ['escapes', '<c r="A1" t="s"><v>4</v></c>', 'line\r\n _x000D_'],
    ['empty', '<c r="A1" t="s"><v>5</v></c><c r="B1"><v>1</v></c>', ''],
    ['a comment within', '<c r="A1" t="s"><v>6</v></c>', 'onetwo'],
    ['leading zeros', '<c r="A1" t="s"><v>7</v></c>', '00123'],
    ['inline', '<c r="A1" t="inlineStr"><is><t>in</t></is></c>', 'in'],
    ['inline, rich', '<c r="A1" t="inlineStr"><is><r><t>i</t></r><r><t>n</t></r></is></c>', 'in'],
    ['of a formula', '<c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>', 'ab'],
    ['without a reference', '<c><v>7</v></c>', '7'],
    ['a prefix', '<x:c r="A1"><x:v>7</x:v></x:c>', '7'],
    ['single quotes, white space', "<c  r='A1'\n t = 'str' ><v>x</v></c >", 'x'],
    ['an exponent', '<c r="A1"><v>1.5E2</v></c>', '150'],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', '#N/A'],
    ['a flag', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    [
      'with an extension that has a cell in it',
      '<c r="A1"><v>7</v><extLst><ext uri="x"><c r="Z9"><v>9</v></c></ext></extLst></c>',
      '7',
    ],
    ['a time alone', '<c r="A1" t="d"><v>T12:00:00</v></c>', '0.5'],
  ])('%s', async (_, cell, text) => {
    const [sheet] = await sheetsOf(xlsxOfParts(row(cell), strings));
    expect(textsOf(sheet!)[0]?.[0]).toBe(text);
  });

  test.each([
    ['0.00', '1.005', '1.01'],
    ['#,##0.00', '-1234567.891', '-1,234,567.89'],
    ['0%', '0.57', '57%'],
    ['"ID-"0000', '42', 'ID-0042'],
    ['[$€-407] #,##0.00', '5', '€ 5.00'],
    ['0;-0;"none"', '0', 'none'],
    ['#,##0,', '1234567', '1,235'],
    ['0.0##', '2.5', '2.5'],
    ['yyyy-mm-dd', '46418', '2027-01-31'],
    ['dd.mm.yyyy', '46418', '31.01.2027'],
    ['[$-407]d. mmmm yyyy;@', '46418', '31. January 2027'],
    ['d mmm yyyy h:mm AM/PM', '46418.5208', '31 Jan 2027 12:29 PM'],
    ['[h]:mm', '1.5', '36:00'],
    ['mm:ss.0', '0.5', '00:00.0'],
    ['m/d/yy', '46418', '2027-01-31'],
    ['dddd', '46418', 'Sunday'],
    ['# ?/?', '0.01', '0'],
    ['##0.0E+0', '12345', '12.3E+3'],
    ['Standard', '491701234567', '491701234567'],
    ['GENERAL', '491701234567', '491701234567'],
    ['0 kg', '95', '95 kg'],
  ])('the format %s shows %s as %s', async (format, value, text) => {
    const bytes = xlsxOfParts(row(`<c r="A1" s="1"><v>${value}</v></c>`), {
      'xl/styles.xml': stylesOf(format),
    });
    const [sheet] = await sheetsOf(bytes);
    expect(textsOf(sheet!)).toEqual([[text]]);
  });

  test.each(['# ?/? ?/?', '[>100]0;0;0', '[$-404]ggge"年"'])(
    'the format %s is for SheetJS',
    async (format) => {
      const bytes = xlsxOfParts(row('<c r="A1" s="1"><v>5</v></c>'), { 'xl/styles.xml': stylesOf(format) });
      expect(await readXlsx(bytes, {})).toMatchObject({ ok: true, value: { kind: 'unsupported' } });
    },
  );
});

test.each(['one', '1,5', '12 13', '2027-01-31', '0x10', 'NaN', 'INF', '1e999'])(
  'an invalid number is an error of its cell, never read in part: %s',
  async (value) => {
    const [sheet] = await sheetsOf(xlsxOfParts(row(`<c r="A1"><v>${value}</v></c><c r="B1"><v>1</v></c>`)));
    expect(sheet!.cell(1, 0)).toEqual({ kind: 'error', text: '#NUM!' });
    expect(sheet!.cell(1, 1)).toMatchObject({ value: 1 });
  },
);

test('a formula without a value is blank, unless it gives an empty text', async () => {
  const cells =
    '<c r="A1"><f>B1</f></c><c r="B1"><f>A1</f><v></v></c><c r="C1" t="str"><f>A1</f></c><c r="D1" t="str"><f>IF(A1="","",A1)</f><v></v></c><c r="E1" t="str"><f>D1</f><v/></c><c r="F1"><v>1</v></c>';
  const [sheet] = await sheetsOf(xlsxOfParts(row(cells)));
  expect(sheet!.notes).toEqual([{ code: 'formula-without-value', count: 3 }]);
});

describe('a workbook', () => {
  test.each<[string, string, Parts]>([
    ['no styles and no strings', '<c r="A1"><v>7</v></c>', {}],
    [
      'absolute paths',
      '<c r="A1"><v>7</v></c>',
      {
        '_rels/.rels': relations(['officeDocument', '/xl/workbook.xml']),
        'xl/_rels/workbook.xml.rels': relations(['worksheet', '/xl/worksheets/sheet1.xml']),
      },
    ],
    [
      'an extension with another date system',
      '<c r="A1"><v>7</v></c>',
      {
        'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="r"><workbookPr/><sheets><sheet name="One" r:id="rId1"/></sheets><extLst><ext><x14:workbookPr date1904="1"/></ext></extLst></workbook>`,
      },
    ],
  ])('%s', async (_, cells, parts) => {
    const [sheet] = await sheetsOf(xlsxOfParts(row(cells), parts));
    expect(textsOf(sheet!)).toEqual([['7']]);
  });

  test('sorts rows and cells', async () => {
    const rows =
      '<row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>';
    const [sheet] = await sheetsOf(xlsxOfParts(rows));
    expect(textsOf(sheet!)).toEqual([
      ['1', ''],
      ['3', '4'],
    ]);
  });

  test('reads names of object members like any other', async () => {
    const bytes = xlsxOfParts(
      row('<c r="A1" t="str"><v>__proto__</v></c><c r="B1" t="str"><v>constructor</v></c>'),
      {
        'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="r"><sheets><sheet name="__proto__" r:id="rId1"/></sheets></workbook>`,
      },
    );
    const [sheet] = await sheetsOf(bytes);
    expect([sheet!.name, ...textsOf(sheet!)]).toEqual(['__proto__', ['__proto__', 'constructor']]);
    expect(Reflect.ownKeys(Object.prototype)).not.toContain('0');
  });

  test('reads only the first rows and the strings that they need', async () => {
    const rows = Array.from(
      { length: 50_000 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>0</v></c></row>`,
    );
    const bytes = xlsxOfParts(rows.join(''), { 'xl/sharedStrings.xml': stringsOf('<t>first</t>') });
    const read = await readXlsx(bytes, { firstRows: 100 });
    const sheet = read.ok && read.value.kind === 'read' ? read.value.sheets[0] : undefined;
    expect(sheet?.rowCount).toBeGreaterThanOrEqual(100);
    expect(sheet?.rowCount).toBeLessThan(50_000);
    expect(sheet?.cell(100, 0)).toEqual({ kind: 'text', text: 'first' });
  });
});

describe('refused workbooks', () => {
  test.each([
    ['a row beyond the last', '<row r="1048577"/>'],
    ['the row 0', '<row r="0"/>'],
    ['a column beyond the last', row('<c r="XFE1"><v>1</v></c>')],
    ['a huge reference', row('<c r="A99999999999999999999"><v>1</v></c>')],
    ['a negative reference', row('<c r="A-1"><v>1</v></c>')],
    ['a text with a negative number', row('<c r="A1" t="s"><v>-1</v></c>')],
    ['entities', '<!DOCTYPE a [<!ENTITY b "ccccc">]>'],
    ['deep nesting', '<a>'.repeat(200)],
  ])('%s', async (_, rows) => {
    expect(await readXlsx(xlsxOfParts(rows), {})).toMatchObject({
      ok: false,
      problem: { code: 'file-damaged' },
    });
  });

  test('a zip bomb', async () => {
    const bytes = xlsxOfParts('<row r="1"/>'.repeat(2_000_000));
    expect(await readXlsx(bytes, {})).toMatchObject({ ok: false, problem: { code: 'file-too-large' } });
  });

  test.each([
    ['a size that is not that of the part', { field: 24, value: 100 }],
    ['a checksum that is not that of the part', { field: 16, value: 1 }],
  ])('%s', async (_, { field, value }) => {
    for (const stored of [false, true]) {
      const bytes = zipOfEntries(partsOfXlsx(row('<c r="A1"><v>1</v></c>')), { stored });
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      for (let at = 0; at + 46 < bytes.length; at += 1) {
        if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + field, value, true);
      }
      const read = await readXlsx(bytes, {});
      // The size of a stored part is written twice. The other one counts.
      if (stored && field === 24) expect(read.ok).toBe(true);
      else expect(read).toMatchObject({ ok: false, problem: { code: 'file-damaged' } });
    }
  });

  test('a missing checksum is not checked', async () => {
    const bytes = xlsxOfParts(row('<c r="A1"><v>1</v></c>'));
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 46 < bytes.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 16, 0, true);
    }
    expect(textsOf((await sheetsOf(bytes))[0]!)).toEqual([['1']]);
  });

  test('overlapping parts', async () => {
    const bytes = xlsxOfParts('');
    const view = new DataView(bytes.buffer);
    let last = 0;
    for (let at = 0; at + 46 < bytes.length; at += 1) {
      if (view.getUint32(at, true) !== 0x02014b50) continue;
      if (last > 0) view.setUint32(at + 42, view.getUint32(last + 42, true), true);
      last = at;
    }
    const problem = { code: 'file-damaged', detail: 'parts of the archive overlap' };
    expect(await readXlsx(bytes, {})).toEqual({ ok: false, problem });
  });

  test('stops when it is aborted', async () => {
    const signal = AbortSignal.abort(new Error('another file'));
    await expect(readXlsx(xlsxOfParts(row('<c><v>1</v></c>')), { signal })).rejects.toThrow('another file');
  });
});

test('people.xlsx: the own reader and SheetJS agree in every cell', async () => {
  const bytes = new Uint8Array(
    readFileSync(new URL('../../../fixtures/sheets/people.xlsx', import.meta.url)),
  );
  const other = readWithSheetJs(bytes, 'xlsx');
  const facts = (sheets: readonly Sheet[]) =>
    sheets.map((sheet) => ({ ...sheet, width: 0, cell: rowsOf(sheet) }));
  expect(facts(await sheetsOf(bytes))).toEqual(other.ok && facts(other.value));
});
