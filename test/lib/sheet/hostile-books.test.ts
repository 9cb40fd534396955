import { beforeAll, describe, expect, test } from 'vitest';
import { leastCost, MOST_TIMES } from './least-cost';
import { ENTITY_BOMB, outcomeOf } from './outcome-of';
import { relations, stringsOf, stylesOf, partsOfXlsx, xlsxOfParts } from './xlsx/xlsx-of-parts';
import { zipOfEntries } from './xlsx/zip-of-entries';

/*
 * Hostile files. Each becomes a table or a named Problem, at a cost that an ordinary large file
 * could have too, and in little memory.
 */

const SHEET = 'xl/worksheets/sheet1.xml';
const cell = (reference: string, text = 'x') => `<c r="${reference}" t="str"><v>${text}</v></c>`;
const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`;
const sheetXml = (inside: string) => `<worksheet><sheetData>${inside}</sheetData></worksheet>`;

/** Archive directory with many entries for the same packed bytes. */
function overlapping(): Uint8Array {
  const bytes = zipOfEntries(
    [
      ['[Content_Types].xml', new Uint8Array(9)],
      ...Array.from({ length: 200 }, (_, index) => [`xl/${index}.xml`, new Uint8Array(90_000)] as const),
    ],
    {},
  );
  const view = new DataView(bytes.buffer);
  let first = -1;
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    if (first < 0) first = view.getUint32(at + 42, true);
    view.setUint32(at + 42, first, true);
  }
  return bytes;
}

const bomb = zipOfEntries([['bomb.xml', new Uint8Array(50_000_000)]], {});
const sharedBomb = Array.from(
  { length: 20 },
  () => '<row>' + '<c t="s"><v>0</v></c>'.repeat(16_384) + '</row>',
).join('');

const WORKBOOKS: readonly (readonly [string, Uint8Array, string | RegExp])[] = [
  [
    'one cell in the last place',
    xlsxOfParts(row(1, cell('A1', 'Name')) + row(1_048_576, cell('XFD1048576'))),
    'Name,Column XFD x2, 1 rows',
  ],
  [
    'every row has one cell further right',
    xlsxOfParts(
      Array.from(
        { length: 16_000 },
        (_, at) => `<row>${'<c/>'.repeat(at % 50)}<c><v>${at}</v></c></row>`,
      ).join(''),
    ),
    / rows$/,
  ],
  [
    '16,384 headers',
    xlsxOfParts(
      `<row>${Array.from({ length: 16_384 }, (_, at) => `<c t="str"><v>h${at}</v></c>`).join('')}</row><row><c><v>1</v></c></row>`,
    ),
    'h0,h1,h2 x16384, 1 rows',
  ],
  [
    '16,384 times the same header',
    xlsxOfParts(`<row>${'<c t="str"><v>h</v></c>'.repeat(16_384)}</row><row><c><v>1</v></c></row>`),
    'h,h (2),h (3) x16384, 1 rows',
  ],
  ['16,385 columns', xlsxOfParts(`<row>${'<c><v>1</v></c>'.repeat(16_385)}</row>`), 'file-damaged'],
  [
    'a bomb within a part',
    xlsxOfParts('', { [SHEET]: `<worksheet><sheetData>${'<row/>'.repeat(8_000_000)}` }),
    'file-too-large',
  ],
  [
    'a bomb in a part that nobody reads',
    zipOfEntries(
      [
        ...partsOfXlsx(row(1, cell('A1', 'Name')) + row(2, cell('A2'))),
        ['xl/media/a.png', new Uint8Array(60_000_000)],
      ],
      {},
    ),
    /too-large|1 rows/,
  ],
  [
    'bombs in a bomb',
    zipOfEntries(
      Array.from({ length: 16 }, (_, index) => [`lib ${index}.zip`, bomb] as const),
      {},
    ),
    'zip-of-several',
  ],
  ['entries that share their bytes', overlapping(), 'file-damaged'],
  [
    'entities of entities',
    xlsxOfParts('', { [SHEET]: `${ENTITY_BOMB}${sheetXml(row(1, cell('A1', '&b8;')))}` }),
    'file-damaged',
  ],
  [
    'entities in the strings',
    xlsxOfParts(row(1, cell('A1')), {
      'xl/sharedStrings.xml': `${ENTITY_BOMB}<sst><si><t>&b8;</t></si></sst>`,
      'xl/styles.xml': stylesOf('0'),
    }),
    'file-damaged',
  ],
  [
    'references of thousands of digits',
    xlsxOfParts(row(1, `<c r="A${'9'.repeat(100_000)}"><v>1</v></c>`)),
    'file-damaged',
  ],
  [
    'a number of thousands of digits',
    xlsxOfParts(row(1, cell('A1')) + row(2, `<c r="A2"><v>${'9'.repeat(100_000)}</v></c>`)),
    /rows|damaged/,
  ],
  [
    'a tag that never ends',
    xlsxOfParts('', { [SHEET]: `<worksheet ${'a="b" '.repeat(200_000)}` }),
    'file-damaged',
  ],
  [
    'a text in a million pieces',
    xlsxOfParts(
      row(1, cell('A1', 'Name')) +
        row(2, `<c r="A2" t="inlineStr"><is>${'<r><t>a</t></r>'.repeat(200_000)}</is></c>`),
    ),
    'Name x1, 1 rows',
  ],
  [
    'a text in a million sections',
    xlsxOfParts(row(1, cell('A1', 'Name')) + row(2, cell('A2', '<![CDATA[&]]>'.repeat(100_000)))),
    'Name x1, 1 rows',
  ],
  ['comments without an end', xlsxOfParts('<!-- '.repeat(200_000)), 'file-damaged'],
  [
    'a long text in many cells',
    xlsxOfParts(sharedBomb, { 'xl/sharedStrings.xml': stringsOf(`<t>${'a'.repeat(32_767)}</t>`) }),
    'file-too-large',
  ],
  [
    'rows from the last to the first',
    xlsxOfParts(
      Array.from({ length: 20_000 }, (_, at) =>
        row(20_000 - at, `<c r="A${20_000 - at}"><v>${at}</v></c>`),
      ).join(''),
    ),
    / rows$/,
  ],
  [
    'a workbook that is its own sheet',
    xlsxOfParts('', {
      'xl/_rels/workbook.xml.rels': relations(
        ['worksheet', 'workbook.xml'],
        ['styles', 'workbook.xml'],
        ['sharedStrings', 'workbook.xml'],
      ),
    }),
    'file-damaged',
  ],
  [
    'a package that is its own workbook',
    xlsxOfParts('', { '_rels/.rels': relations(['officeDocument', '_rels/.rels']) }),
    'file-damaged',
  ],
  [
    'a path that climbs out',
    xlsxOfParts('', { 'xl/_rels/workbook.xml.rels': relations(['worksheet', '../../../../etc/passwd']) }),
    'file-damaged',
  ],
  [
    'a style that makes the number long',
    xlsxOfParts(row(1, cell('A1')) + row(2, '<c r="A2" s="1"><v>1</v></c>'), {
      'xl/styles.xml': stylesOf('0'.repeat(390)),
    }),
    'x x1, 1 rows',
  ],
  [
    'a style of a million signs',
    xlsxOfParts(row(1, cell('A1')) + row(2, '<c r="A2" s="1"><v>1</v></c>'), {
      'xl/styles.xml': stylesOf('[h]"'.repeat(100_000)),
    }),
    /rows$|damaged/,
  ],
];

const ORDINARY = xlsxOfParts(
  Array.from({ length: 15_000 }, (_, at) =>
    row(at + 1, ['A', 'B', 'C', 'D'].map((column) => cell(`${column}${at + 1}`, `value ${at}`)).join('')),
  ).join(''),
);

describe('a workbook', () => {
  let most = 0;
  beforeAll(async () => {
    most = MOST_TIMES * (await leastCost(() => outcomeOf(ORDINARY)));
  });

  test.each(WORKBOOKS)('%s', async (_, bytes, expected) => {
    const before = process.memoryUsage().rss;
    let came = '';
    const cost = await leastCost(async () => (came = await outcomeOf(bytes)), most);
    expect(came).toMatch(expected);
    expect(cost).toBeLessThan(most);
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
  });
});
