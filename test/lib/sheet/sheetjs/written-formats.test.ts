import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../../lib/sheet/read-workbook';
import { prepareSylk } from '../../../../lib/sheet/sheetjs/prepare-sylk';
import { prepareXml2003 } from '../../../../lib/sheet/sheetjs/prepare-xml-2003';
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
    ['a section', text('<![CDATA[Anna <Maria> R&D]]>'), 'Anna <Maria> R&D'],
    ['a section in rich text', text('Anna <B><![CDATA[<M>]]></B> S'), 'Anna <M> S'],
    ['two sections', text('<![CDATA[a]]> b <![CDATA[c]]>'), 'a b c'],
    ['a reading', `${text('山田')}<x:PhoneticText xmlns:x="urn:x">やまだ</x:PhoneticText>`, '山田'],
    ['a reading in front', `<PhoneticText>やまだ</PhoneticText>${text('山田')}`, '山田'],
    ['smart tags', `${text('Bonn')}<o:SmartTags><st1:City/><p>x</p></o:SmartTags>`, 'Bonn'],
    ['a comment', `${text('Ada')}<Comment><ss:Data><B>Eve:</B> see</ss:Data></Comment>`, 'Ada'],
    ['a name of the cell', `${text('Ada')}<NamedCell ss:Name="_FilterDatabase"/>`, 'Ada'],
    ['a line break', text('a&#10;b'), 'a\nb'],
  ])('%s', async (_, data, expected) => {
    expect(await outcome(book(data))).toEqual([[expected]]);
  });

  test.each([
    ['a column beyond any', '<Column ss:Index="1" ss:Span="1000000000000"/>', 'file-damaged'],
    ['many columns of many', '<Column ss:Span="16000"/>'.repeat(5000), 'file-damaged'],
    ['as many columns as there are', '<Column ss:Span="16383"/>', [['Ann']]],
    ['columns beside', '<Column ss:Width="60"/><Column ss:Index="3" ss:Hidden="1"/>', [['Ann']]],
  ])('%s', async (_, columns, expected) => {
    expect(await outcome(book(text('Ann')).replace('<Table>', `<Table>${columns}`))).toEqual(expected);
  });

  test.each([
    ['a name that never ends', `<${'a'.repeat(300_000)}`],
    ['sections without an end', '<![CDATA['.repeat(100_000)],
    ['texts without an end', '<Data>'.repeat(100_000)],
    ['cells without an end', '<Cell><x>'.repeat(100_000)],
  ])('%s costs no more than its length', (_, xml) => {
    expect(prepareXml2003(xml).length).toBeLessThanOrEqual(xml.length * 2);
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

  const DAY = 'P;Pyyyy\\-mm\\-dd';
  test.each<[string, readonly string[], unknown]>([
    ['a format of the cell', [DAY, 'F;P0;Y1;X1', 'C;K46000'], [['2025-12-09']]],
    ['a format of the cell, its place again', [DAY, 'F;P0;Y1;X1', 'C;Y1;X1;K46000'], [['2025-12-09']]],
    ['a format of a blank cell', [DAY, 'F;P0;Y1;X1', 'C;Y1;X2;K46000'], [[false, '46000']]],
    [
      'a format of a blank cell in the row above',
      [DAY, 'F;P0;Y1;X1', 'C;Y2;X1;K46000'],
      [[false], ['46000']],
    ],
    ['a format, and another without one', [DAY, 'F;P0;Y1;X1', 'F;SD;Y1;X2', 'C;K46000'], [[false, '46000']]],
    ['a style of the same cell behind', [DAY, 'F;P0;Y1;X1', 'F;SD;Y1;X1', 'C;K46000'], [['2025-12-09']]],
    ['a format of a whole column', [DAY, 'F;P0;C1', 'C;Y1;X1;K46000'], [['46000']]],
    ['a format of a whole row', [DAY, 'F;P0;R1', 'C;Y1;X1;K"a"'], [['a']]],
    ['records that nobody knows', ['NU;NL', 'NE;Fx', 'ZZ;1', 'C;Y1;X1;K"a"'], [['a']]],
    ['fields that nobody knows', ['C;Y1;X1;Q7;K"a";H'], [['a']]],
    ['a formula', ['C;Y1;X1;K3;ER[1]C+1'], [['3']]],
    ['a shared formula', ['C;Y1;X1;K3;ER[1]C', 'C;Y2;X1;S;R1;C1;K4'], [['3'], ['4']]],
    ['a formula of a text with semicolons', ['C;Y1;X1;K"a;;b";E"x;;y"'], [['a;b']]],
    ['a column alone', ['C;Y1;X1;K"a"', 'C;X2;K"b"'], [['a', 'b']]],
    [
      'a row alone',
      ['C;Y1;X2;K"a"', 'C;Y2;K"b"'],
      [
        [false, 'a'],
        ['b', false],
      ],
    ],
    ['letters with marks', ['C;Y1;X1;K"J\u001BNHurgen M\u001BNHuller"'], [['Jürgen Müller']]],
    ['letters of the north', ['C;Y1;X1;K"S\u001BNyren \u001BNJAse \u001BNqdel"'], [['Søren Åse ædel']]],
    ['letters of the south', ['C;Y1;X1;K"Jos\u001BNBe Nu\u001BNDnez, \u001BNKca"'], [['José Nuñez, ça']]],
    ['a letter by its code', ['C;Y1;X1;K"Ren\u001B.9e"'], [['Renée']]],
    ['a line break', ['C;Y1;X1;K"a\u001B :b"'], [['a\nb']]],
    ['letters that are written plainly', ['C;Y1;X1;K"Łukasz 山田"'], [['Łukasz 山田']]],
    ['a German day', ['P;Pdd.mm.yyyy', 'F;P0;Y1;X1', 'C;K46000'], [['09.12.2025']]],
    ['a format in words that nobody knows', ['P;PTT.MM.JJJJ', 'F;P0;Y1;X1', 'C;K5'], [['5']]],
    ['a percentage', ['P;P0.0%', 'F;P0;Y1;X1', 'C;K0.855'], [['85.5%']]],
    ['an error', ['C;Y1;X1;K#N/A'], [['#N/A']]],
    ['a yes', ['C;Y1;X1;KTRUE'], [['TRUE']]],
    ['no format that its number names', ['F;P9;Y1;X1', 'C;K5'], [['5']]],
  ])('%s', async (_, records, expected) => {
    expect(await outcome(sylk(...records))).toEqual(expected);
  });

  test('an escape that ends with a semicolon stays within its text', () => {
    expect(prepareSylk(sylk('C;Y1;X1;K"\u001BN;Zug"')).split('\r\n')).toContain('C;Y1;X1;K"»Zug"');
  });

  test.each([
    ['a cell without its end', 'C;Y1;X1;K"a', 'file-damaged'],
    ['nothing but an end', 'E', 'file-damaged'],
  ])('%s is no source to be shown', async (_, record) => {
    const read = await outcome(sylk(record));
    expect(JSON.stringify(read)).not.toContain('ID');
  });

  test.each([
    ['ordinary cells', 'C;Y2;X1;K"b"', [['a'], ['b']]],
    ['a text like a far place', 'C;Y2;X1;K"b;;Y1000000000"', [['a'], ['b;Y1000000000']]],
    ['a large number', 'C;Y2;X1;K1000000000', [['a'], ['1000000000']]],
  ])('%s', async (_, record, expected) => {
    expect(await outcome(sylk('C;Y1;X1;K"a"', record))).toEqual(expected);
  });
});
