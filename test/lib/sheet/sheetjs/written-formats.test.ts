import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../../lib/sheet/read-workbook';
import { rowsOf } from '../cells-of';
import { LAZY_PARTS } from '../lazy-parts';

const SPREADSHEET = 'urn:schemas-microsoft-com:office:spreadsheet';

async function outcome(text: string): Promise<unknown> {
  const read = await readWorkbook(new TextEncoder().encode(text), LAZY_PARTS);
  if (!read.ok) return read.problem.code;
  const [sheet] = read.value.sheets;
  return sheet === undefined
    ? null
    : rowsOf(sheet).map((row) => row.map((cell) => 'text' in cell && cell.text));
}

describe('SpreadsheetML 2003', () => {
  const book = (data: string, before = '') =>
    `<?xml version="1.0"?><Workbook xmlns="${SPREADSHEET}" xmlns:ss="${SPREADSHEET}">${before}<Worksheet ss:Name="S"><Table><Row><Cell>${data}</Cell></Row></Table></Worksheet></Workbook>`;
  const text = (inside: string, name = 'Data') => `<${name} ss:Type="String">${inside}</${name}>`;

  test.each([
    ['plain', text('Anna Smith'), 'Anna Smith'],
    [
      'rich within',
      text('Anna <B><Font html:Color="#000000">Maria</Font></B> Smith', 'ss:Data'),
      'Anna Maria Smith',
    ],
    ['all of it rich', text('<Font>Bob</Font><Font> Jones</Font>', 'ss:Data'), 'Bob Jones'],
    ['rich at the end', text('Eve <I>Q.</I>'), 'Eve Q.'],
    ['nested', text('<B>A<I>b<U>c</U></I></B>d'), 'Abcd'],
    ['entities', text('R&amp;D &lt;one&gt;'), 'R&D <one>'],
    ['entities in rich text', text('<B>R&amp;D</B> &lt;b&gt;'), 'R&D <b>'],
    ['a sign of less', text('a &lt; b'), 'a < b'],
    ['a number', '<Data ss:Type="Number">42</Data>', '42'],
  ])('%s', async (_, data, expected) => {
    expect(await outcome(book(data))).toEqual([[expected]]);
  });

  test.each([
    '<o:Owner dt:dt="string">Ann</o:Owner>',
    '<o:_PID_x0020_A dt:dt="float">1.5</o:_PID_x0020_A>',
    '<o:When dt:dt="dateTime.tz">2027-01-31T00:00:00Z</o:When>',
    '<o:Odd>nothing</o:Odd><o:Flag dt:dt="boolean">1</o:Flag>',
  ])('with the custom property %s', async (property) => {
    const properties = `<CustomDocumentProperties xmlns="urn:schemas-microsoft-com:office:office">${property}</CustomDocumentProperties>`;
    expect(await outcome(book(text('Ann'), properties))).toEqual([['Ann']]);
  });
});

describe('SYLK', () => {
  const sylk = (...records: readonly string[]) => `ID;PWXL;N;E\r\n${records.join('\r\n')}\r\nE\r\n`;

  test.each([
    ['a far row', 'C;Y1000000000;X1;K"b"'],
    ['a far column', 'C;Y2;X1000000000;K"b"'],
    ['a place behind the value', 'C;K"b";Y1000000000;X1'],
    ['a format of a far row', 'F;P0;Y1000000000;X1'],
    ['a width of a billion columns', 'F;W1 1000000000 5'],
  ])('%s is refused', async (_, record) => {
    expect(await outcome(sylk('C;Y1;X1;K"a"', record))).toBe('file-damaged');
  });

  test.each([
    ['ordinary cells', 'C;Y2;X1;K"b"', [['a'], ['b']]],
    ['a text like a far place', 'C;Y2;X1;K"b;;Y1000000000"', [['a'], ['b;Y1000000000']]],
    ['a large number', 'C;Y2;X1;K1000000000', [['a'], ['1000000000']]],
  ])('%s', async (_, record, expected) => {
    expect(await outcome(sylk('C;Y1;X1;K"a"', record))).toEqual(expected);
  });
});
