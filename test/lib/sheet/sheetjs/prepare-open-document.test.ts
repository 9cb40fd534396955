import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../../lib/sheet/read-workbook';
import { rowsOf } from '../cells-of';
import { LAZY_PARTS } from '../lazy-parts';

const NAMES = ['office', 'table', 'text', 'style', 'number']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const MIMETYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const FORMATS =
  '<number:number-style style:name="N1"><number:scientific-number number:decimal-places="2" number:min-integer-digits="1" number:min-exponent-digits="2"/></number:number-style>' +
  '<number:number-style style:name="N2"><number:number number:decimal-places="100000000" number:min-decimal-places="100000000" number:min-integer-digits="1"/></number:number-style>' +
  '<number:percentage-style style:name="N3"><number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>';
const CELL_STYLES = ['N1', 'N2', 'N3']
  .map(
    (name) =>
      `<style:style style:name="c${name}" style:family="table-cell" style:data-style-name="${name}"/>`,
  )
  .join('');
const document = (rows: string, formats = FORMATS) =>
  `<office:automatic-styles>${formats}${CELL_STYLES}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="S">${rows}</table:table></office:spreadsheet></office:body>`;
const row = (cells: string) => `<table:table-row>${cells}</table:table-row>`;
const cell = (attributes: string, inside?: string) =>
  inside === undefined
    ? `<table:table-cell ${attributes}/>`
    : `<table:table-cell ${attributes}>${inside}</table:table-cell>`;
const text = (words: string) => cell('office:value-type="string"', `<text:p>${words}</text:p>`);

const fods = (rows: string) =>
  strToU8(
    `<?xml version="1.0"?><office:document ${NAMES} office:mimetype="${MIMETYPE}">${document(rows)}</office:document>`,
  );
const ods = (rows: string, parts: Readonly<Record<string, string>> = {}, formats = FORMATS) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        mimetype: MIMETYPE,
        'META-INF/manifest.xml': '<manifest/>',
        'content.xml': `<?xml version="1.0"?><office:document-content ${NAMES}>${document(rows, formats)}</office:document-content>`,
        ...parts,
      }).map(([path, part]) => [path, strToU8(part)]),
    ),
  );

async function outcome(bytes: Uint8Array): Promise<unknown> {
  const read = await readWorkbook(bytes, LAZY_PARTS);
  if (!read.ok) return read.problem.code;
  return rowsOf(read.value.sheets[0]!);
}

describe.each([
  ['ODS without styles.xml', (rows: string) => ods(rows)],
  ['FODS', fods],
])('%s', (_, make) => {
  test.each<[string, string, object]>([
    [
      'a number without text',
      cell('office:value-type="float" office:value="42"'),
      { kind: 'number', text: '42' },
    ],
    [
      'a long id without text',
      cell('office:value-type="float" office:value="491701234567"'),
      { text: '491701234567' },
    ],
    ['an open element without text', cell('office:value-type="float" office:value="42"', ''), { text: '42' }],
    ['0', cell('office:value-type="float" office:value="0"'), { text: '0', value: 0 }],
    [
      'a day without text',
      cell('office:value-type="date" office:date-value="2027-01-31"'),
      { kind: 'day', day: '2027-01-31' },
    ],
    [
      'a boolean without text',
      cell('office:value-type="boolean" office:boolean-value="true"'),
      { kind: 'flag', value: true },
    ],
    [
      'another boolean',
      cell('office:value-type="boolean" office:boolean-value="false"'),
      { kind: 'flag', value: false },
    ],
    [
      'a percentage',
      cell('table:style-name="cN3" office:value-type="percentage" office:value="0.875"'),
      { text: '87.5%' },
    ],
    ['money', cell('office:value-type="currency" office:value="12.5"'), { kind: 'number', text: '12.5' }],
    [
      'a number with its text',
      cell('office:value-type="float" office:value="42"', '<text:p>42.00</text:p>'),
      { text: '42.00' },
    ],
    [
      'scientific, with its text',
      cell(
        'table:style-name="cN1" office:value-type="float" office:value="45000"',
        '<text:p>4.50E+04</text:p>',
      ),
      { kind: 'number', value: 45_000 },
    ],
    [
      'scientific, without',
      cell('table:style-name="cN1" office:value-type="float" office:value="45000"'),
      { kind: 'number', text: '4.50E+04', value: 45_000 },
    ],
    [
      'a hundred million decimals',
      cell('table:style-name="cN2" office:value-type="float" office:value="1.5"'),
      { kind: 'number', value: 1.5 },
    ],
    ['a text', text('Ann'), { kind: 'text', text: 'Ann' }],
    [
      'a text in an attribute',
      cell('office:value-type="string" office:string-value="Ann"'),
      { kind: 'text', text: 'Ann' },
    ],
    [
      'a name with its reading',
      text(
        '<text:ruby><text:ruby-base>山田</text:ruby-base><text:ruby-text>やまだ</text:ruby-text></text:ruby>',
      ),
      { text: '山田' },
    ],
    ['a billion spaces', text('a<text:s text:c="1000000000"/>b'), { kind: 'text' }],
  ])('%s', async (_name, written, expected) => {
    expect(await outcome(make(row(written + text('end'))))).toMatchObject([[expected, { text: 'end' }]]);
  });

  const far = (count: string) => `table:number-rows-repeated="${count}"`;
  test.each<[string, string, unknown]>([
    [
      'a filled row 1e12 times',
      `<table:table-row ${far('1000000000000')}>${text('a')}</table:table-row>`,
      'file-damaged',
    ],
    [
      'a filled cell 1e12 times',
      row(
        cell(
          'office:value-type="string" table:number-columns-repeated="1000000000000"',
          '<text:p>a</text:p>',
        ),
      ),
      'file-damaged',
    ],
    [
      'a number 1e12 times',
      row(cell('office:value-type="float" office:value="1" table:number-columns-repeated="1000000000000"')),
      'file-damaged',
    ],
    [
      'many times a million rows',
      `<table:table-row ${far('1048576')}>${text('a')}</table:table-row>`.repeat(50),
      'file-damaged',
    ],
  ])('%s is refused', async (_name, rows, expected) => {
    expect(await outcome(make(rows))).toEqual(expected);
  });

  test('empty rows and cells to the end of the sheet and beyond are nothing', async () => {
    const empty = `<table:table-row ${far('1048575')}>${cell('table:style-name="cN1" table:number-columns-repeated="16384"')}</table:table-row>`;
    const open = `<table:table-row ${far('1048575')}>${cell('table:number-columns-repeated="16384"', '')}</table:table-row>`;
    expect(await outcome(make(row(text('a')) + empty + open))).toMatchObject([[{ text: 'a' }]]);
  });

  test('a filled row some times', async () => {
    const rows = `<table:table-row ${far('3')}>${text('a')}</table:table-row>`;
    expect(await outcome(make(rows))).toHaveLength(3);
  });
});

test('formats of styles.xml are known', async () => {
  const styles = `<office:document-styles ${NAMES}><office:styles>${FORMATS}</office:styles></office:document-styles>`;
  const written = cell('table:style-name="cN3" office:value-type="percentage" office:value="0.875"');
  expect(await outcome(ods(row(written), { 'styles.xml': styles }, ''))).toMatchObject([[{ text: '87.5%' }]]);
});
