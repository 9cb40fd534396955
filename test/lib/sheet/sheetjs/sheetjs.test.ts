import * as XLSX from 'sheetjs-ce';
import { afterEach, describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../../lib/sheet/read-workbook';
import { columnOfCells, readFirstSheet, xlsxOfSheetXml } from '../cells/sheetjs-book';
import { rowsOf } from '../cells-of';
import { LAZY_PARTS } from '../lazy-parts';

const firstCells = async (bytes: Uint8Array) => rowsOf(await readFirstSheet(bytes)).map((row) => row[0]);
const day = (text: string, iso: string, timeOfDay = false) => ({ kind: 'day', text, day: iso, timeOfDay });
const number = (text: string, value: number, damaged = false) => ({ kind: 'number', text, value, damaged });

describe('a cell of an XLSX', () => {
  test.each([
    ['text with leading zeros', { t: 's', v: '00123' }, { kind: 'text', text: '00123' }],
    ['text of 18 digits', { t: 's', v: '123456789012345678' }, { kind: 'text', text: '123456789012345678' }],
    [
      'text with spaces around, no-break ones too',
      { t: 's', v: ' a\u00A0' },
      { kind: 'text', text: ' a\u00A0' },
    ],
    ['leading zeros by format', { t: 'n', v: 123, z: '00000' }, number('00123', 123)],
    [
      'digits without a place in the format',
      { t: 'n', v: 12_345_678_901, z: '00000-0000' },
      number('1234567-8901', 12_345_678_901),
    ],
    ['a condition', { t: 'n', v: 12.5, z: '0.0;[=0]"nil";0' }, number('12.5', 12.5)],
    ['a weekday of East Asia', { t: 'n', v: 46_418, z: 'aaaa' }, day('Sunday', '2027-01-31')],
    ['percent', { t: 'n', v: 0.875, z: '0.0%' }, number('87.5%', 0.875)],
    ['a whole number', { t: 'n', v: 42 }, number('42', 42)],
    ['eleven digits', { t: 'n', v: 12_345_678_901 }, number('12345678901', 12_345_678_901)],
    [
      'fifteen digits, which Excel shows as 1.23457E+14',
      { t: 'n', v: 123_456_789_012_345 },
      number('123456789012345', 123_456_789_012_345),
    ],
    [
      'sixteen digits are damaged',
      { t: 'n', v: 1_234_567_890_123_456 },
      number('1.23457E+15', 1_234_567_890_123_456, true),
    ],
    [
      'an exponent by format is damaged',
      { t: 'n', v: 123_456_789_012, z: '0.00E+00' },
      number('1.23E+11', 123_456_789_012, true),
    ],
    [
      'eighteen digits by format are damaged',
      { t: 'n', v: 123_456_789_012_345_680, z: '0' },
      { kind: 'number', damaged: true },
    ],
    ['a third', { t: 'n', v: 1 / 3 }, number('0.333333333', 1 / 3)],
    ['a sum of fractions', { t: 'n', v: 0.1 + 0.2 }, number('0.3', 0.1 + 0.2)],
    [
      'room for a sign is no text',
      { t: 'n', v: 1234.5, z: '_(* #,##0.00_);_(* \\(#,##0.00\\)' },
      number('1,234.50', 1234.5),
    ],
    ['hidden by its format', { t: 'n', v: 5, z: ';;;' }, { kind: 'blank' }],
    ['a flag', { t: 'b', v: true }, { kind: 'flag', text: 'TRUE', value: true }],
    ['an error', { t: 'e', v: 0x17 }, { kind: 'error', text: '#REF!' }],
    ['a day', { t: 'n', v: 46_418, z: 'dd/mm/yyyy' }, day('31/01/2027', '2027-01-31')],
    [
      'the short date of the system, as ISO',
      { t: 'n', v: 46_418, z: 'm/d/yy' },
      day('2027-01-31', '2027-01-31'),
    ],
    [
      'a day with a time',
      { t: 'n', v: 46_418.5, z: 'yyyy-mm-dd hh:mm' },
      day('2027-01-31 12:00', '2027-01-31', true),
    ],
    [
      'a localised day',
      { t: 'n', v: 46_418, z: '[$-407]d\\.\\ mmm\\ yyyy' },
      { kind: 'day', day: '2027-01-31' },
    ],
    [
      '29 February 1900, which never was',
      { t: 'n', v: 60, z: 'yyyy-mm-dd' },
      { kind: 'text', text: '1900-02-29' },
    ],
    ['the zero of an empty lookup', { t: 'n', v: 0, z: 'yyyy-mm-dd' }, { kind: 'text', text: '1900-01-00' }],
    ['a duration', { t: 'n', v: 1.5, z: '[h]:mm' }, number('36:00', 1.5)],
    ['a time of day', { t: 'n', v: 0.5, z: 'h:mm' }, number('12:00', 0.5)],
    ['letters in quotes', { t: 'n', v: 3, z: '0 "days"' }, number('3 days', 3)],
  ] as const)('%s', async (_, cell, expected) => {
    const [read] = await firstCells(columnOfCells([cell, { t: 's', v: 'end' }], 'xlsx'));
    expect(read).toMatchObject(expected);
  });
});

test.each(['biff8', 'xlsb', 'xlml'] as const)('no format takes digits off an id in %s', async (bookType) => {
  const cells = [12_345_678_901, -5].map((v) => ({ t: 'n', v, z: '00000-0000' }) as const);
  const read = await firstCells(columnOfCells(cells, bookType));
  expect(read).toEqual([number('1234567-8901', 12_345_678_901), number('-00000-0005', -5)]);
});

describe('the day is the same in every format, date system and time zone', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  const cells = [46_418, 34_699, 1500, 32_872.999].map((v) => ({ t: 'n', v, z: 'yyyy\\-mm\\-dd' }) as const);
  const of1900 = ['2027-01-31', '1994-12-31', '1904-02-08', '1989-12-30'];
  const of1904 = ['2031-02-01', '1999-01-01', '1908-02-09', '1993-12-31'];

  for (const TZ of ['Pacific/Kiritimati', 'Etc/GMT+12', 'Europe/Berlin']) {
    for (const format of ['xlsx', 'xlsb', 'biff8', 'xlml'] as const) {
      for (const [date1904, days] of [
        [false, of1900],
        [true, of1904],
      ] as const) {
        // The writer of SpreadsheetML does not keep the 1904 system.
        if (format === 'xlml' && date1904) continue;
        test(`${format}, ${date1904 ? 1904 : 1900}, ${TZ}`, async () => {
          process.env['TZ'] = TZ;
          expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(TZ);
          const read = await firstCells(columnOfCells(cells, format, date1904));
          expect(read.map((cell) => (cell?.kind === 'day' ? cell.day : cell))).toEqual(days);
        });
      }
    }
  }
});

describe('metadata in the XML of a sheet', () => {
  const rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>';

  test.each([
    [
      'an ISO date without a format',
      '<c r="A1" t="d"><v>2027-01-31</v></c>',
      day('2027-01-31', '2027-01-31'),
    ],
    [
      'an ISO date with a time',
      '<c r="A1" t="d"><v>2027-01-31T10:00:00</v></c>',
      day('2027-01-31', '2027-01-31', true),
    ],
    [
      'rich text without its phonetic run',
      '<c r="A1" t="inlineStr"><is><r><t>Zo</t></r><r><t>ë</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
      { kind: 'text', text: 'Zoë' },
    ],
    [
      'escapes',
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a_x000D_&amp;b </t></is></c>',
      { kind: 'text', text: ' a\r&b ' },
    ],
    ['an empty text', '<c r="A1" t="str"><v></v></c><c r="B1"><v>1</v></c>', { kind: 'blank' }],
    ['an unknown error', '<c r="A1" t="e"><v>#SPILL!</v></c>', { kind: 'error', text: '#SPILL!' }],
    ['a stored value of a formula', '<c r="A1"><f>1+2</f><v>3</v></c>', number('3', 3)],
  ])('%s', async (_, cell, expected) => {
    const sheet = await readFirstSheet(
      xlsxOfSheetXml(
        `<sheetData><row r="1">${cell}</row><row r="2"><c r="A2"><v>1</v></c></row></sheetData>`,
      ),
    );
    expect(sheet.cell(1, 0)).toEqual(expected);
  });

  test.each([
    [
      'formulas without a stored value; an empty text is one',
      `<sheetData>${rows}<row r="2"><c r="A2"><f>B2&amp;"x"</f></c><c r="B2" t="n"><f>A1</f><v></v></c><c r="C2" t="str"><f>A1</f></c></row><row r="3"><c r="A3" t="str"><f>IF(A1="","",A1)</f><v></v></c><c s="1" t="str" r="B3"><f>A1</f><v/></c></row></sheetData>`,
      { code: 'formula-without-value', count: 3 },
    ],
    [
      'hidden rows',
      `<sheetData>${rows}<row r="2" hidden="1"><c r="A2"><v>1</v></c></row></sheetData>`,
      { code: 'hidden-rows', count: 1 },
    ],
    [
      'filtered rows',
      `<sheetData>${rows}<row r="2" hidden="1"><c r="A2"><v>1</v></c></row></sheetData><autoFilter ref="A1:A2"><filterColumn colId="0"/></autoFilter>`,
      { code: 'filtered-rows', count: 1 },
    ],
    [
      'hidden columns',
      `<cols><col min="2" max="3" width="9" hidden="1"/></cols><sheetData>${rows}</sheetData>`,
      { code: 'hidden-columns', count: 2 },
    ],
    [
      'merged cells',
      `<sheetData>${rows}</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>`,
      { code: 'merged-cells', count: 1 },
    ],
  ])('notes %s', async (_, xml, note) => {
    const sheet = await readFirstSheet(xlsxOfSheetXml(xml));
    expect(sheet.notes).toEqual([note]);
  });

  test('ignores the claimed range', async () => {
    const sheet = await readFirstSheet(
      xlsxOfSheetXml(`<dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData>`),
    );
    expect([sheet.rowCount, sheet.columnCount]).toEqual([1, 1]);
  });

  test('reads a cell in the last row and column at no cost', async () => {
    const far = '<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>';
    const sheet = await readFirstSheet(xlsxOfSheetXml(`<sheetData>${rows}${far}</sheetData>`));
    expect([sheet.rowCount, sheet.columnCount]).toEqual([1_048_576, 16_384]);
    expect(sheet.cell(1_048_576, 16_383)).toEqual(number('7', 7));
    expect(sheet.cell(2, 0)).toEqual({ kind: 'blank' });
  });
});

test.each([
  ['a day with points', { t: 'n', v: 46_418, z: 'dd.mm.yyyy' }, day('31.01.2027', '2027-01-31')],
  [
    'a day with points, for Germany and not for texts',
    { t: 'n', v: 46_418, z: '[$-407]d. mmmm yyyy;@' },
    day('31. January 2027', '2027-01-31'),
  ],
  [
    'a text whose format leaves room around it',
    { t: 's', v: 'Gas', z: '_(@_)' },
    { kind: 'text', text: 'Gas' },
  ],
  [
    'a text in a format that only pads',
    { t: 's', v: 'Gas', z: '_($* #,##0_);_(@_)' },
    { kind: 'text', text: 'Gas' },
  ],
  ['a text in a format that adds to it', { t: 's', v: '7', z: '"ID-"@' }, { kind: 'text', text: 'ID-7' }],
] as const)('in an XLS: %s', async (_, cell, expected) => {
  const [read] = await firstCells(columnOfCells([cell, { t: 's', v: 'end' }], 'biff8'));
  expect(read).toEqual(expected);
});

test('refuses a workbook with damaged sheet names', async () => {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['id'], ['1']]), 'rId1\0\u0006Sheet1');
  const bytes = new Uint8Array(XLSX.write(book, { bookType: 'xlsb', type: 'array' }) as ArrayBuffer);
  const problem = { code: 'file-damaged', detail: 'the names of the sheets cannot be read' };
  expect(await readWorkbook(bytes, LAZY_PARTS)).toEqual({ ok: false, problem });
});
