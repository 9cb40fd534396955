import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { textsOf } from './cells-of';
import { readBook } from './cells/sheetjs-book';

const fixture = (path: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/${path}`, import.meta.url)));
const utf8 = (text: string) => new TextEncoder().encode(text);
const rowsOf = async (bytes: Uint8Array) => {
  const book = await readBook(bytes);
  return book.sheets.map((sheet) => textsOf(sheet).map((row) => row.map(plainSpaces)));
};
/** Programs write two spaces as a space and a no-break space. Matching takes both for the same. */
const plainSpaces = (text: string) => text.replaceAll('\u00A0', ' ').replace(/ +/g, ' ');

describe('copied cells are the same table as HTML and as text', () => {
  test.each(['excel.html', 'google-sheets.html', 'libreoffice.html'])('%s', async (name) => {
    const text = await rowsOf(fixture('clipboard/cells.tsv'));
    expect(text).toEqual([
      [
        ['Recipient ID', 'Name', 'Issued', 'Note'],
        ['00123', 'Zoë Müller', '1/31/2027', 'line one\nline two'],
        ['42', 'R&D <Lab> Oslo', '', 'TRUE'],
      ],
    ]);
    expect(await rowsOf(fixture(`clipboard/${name}`))).toEqual(text);
  });
});

// The other formats of this workbook and their typed values are in read-workbook.test.ts.
test.each([
  [
    'a SYLK list',
    'ID;PWXL;N;E\r\nC;Y1;X1;K"Name"\r\nC;Y1;X2;K"Grade"\r\nC;Y2;X1;K"Lee;; Ann"\r\nC;Y2;X2;K1.5\r\nE\r\n',
    [
      ['Name', 'Grade'],
      ['Lee; Ann', '1.5'],
    ],
  ],
  [
    'a DIF list',
    'TABLE\r\n0,1\r\n"X"\r\nVECTORS\r\n0,2\r\n""\r\nTUPLES\r\n0,2\r\n""\r\nDATA\r\n0,0\r\n""\r\n-1,0\r\nBOT\r\n1,0\r\n"Name"\r\n1,0\r\n"Say ""hi"""\r\n-1,0\r\nBOT\r\n1,0\r\n"Zoë"\r\n0,00123\r\nV\r\n-1,0\r\nEOD\r\n',
    [
      ['Name', 'Say "hi"'],
      ['Zoë', '00123'],
    ],
  ],
  [
    'SpreadsheetML 2003 with a gap in a row and an empty row',
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table><Row><Cell><Data ss:Type="String">A</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">00123 &amp; Co</Data></Cell></Row><Row ss:Index="3"><Cell><Data ss:Type="Number">7</Data></Cell></Row></Table></Worksheet></Workbook>',
    [
      ['A', '', '00123 & Co'],
      ['', '', ''],
      ['7', '', ''],
    ],
  ],
  [
    'an HTML table with merged cells, named .xls',
    '<html><body><table><tr><th colspan="2">Name</th><th>Grade</th></tr><tr><td>Zo&euml;</td><td>M&#252;ller</td><td>1,5</td></tr></table></body></html>',
    [
      ['Name', '', 'Grade'],
      ['Zoë', 'Müller', '1,5'],
    ],
  ],
])('%s', async (_, text, rows) => {
  expect(await rowsOf(utf8(text))).toEqual([rows]);
});
