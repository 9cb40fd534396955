import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../lib/sheet/read-workbook';
import { textsOf } from './cells-of';
import { LAZY_PARTS, NO_LAZY_PARTS, NO_SHEETJS } from './lazy-parts';
import { columnOfCells, readBook, xlsxOfSheetXml } from './cells/sheetjs-book';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/sheets/${name}`, import.meta.url)));
const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const xlsx = columnOfCells([{ t: 's', v: 'x' }], 'xlsx');

/**
 * Record that begins a BIFF 8 stream, and one that says it is encrypted by RC4 (MS-XLS 2.4.117).
 */
const BIFF8_BOF = [0x09, 0x08, 16, 0, 0, 6, 5, 0, ...Array<number>(12).fill(0)];
const RC4_FILE_PASS = [0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0, ...Array<number>(48).fill(7)];

/** Workbook of make-sheets.sh as its author sees it. */
const PEOPLE = [
  ['Recipient ID', 'Name', 'Issued', 'Score', 'Passed', 'Postcode', 'Sum', 'Lookup'],
  ['00123', 'Zoë Müller', '31.01.2027', '87.5%', 'TRUE', '01067', '3', '#DIV/0!'],
  ['123456789012345678', '李小龍, "Bruce"', '31.12.1994', '100.0%', 'FALSE', '', '123456789012', '#N/A'],
];

describe('the same workbook saved by LibreOffice', () => {
  test.each([
    ['people.xlsx', 'xlsx'],
    ['people.xls', 'xls'],
    ['people.ods', 'ods'],
    ['people.fods', 'fods'],
    ['people.csv', 'csv'],
    ['people.html', 'html'],
  ])('%s', async (name, format) => {
    const book = await readBook(fixture(name));
    expect(book.format).toBe(format);
    expect(textsOf(book.sheets[0]!)).toEqual(PEOPLE);
  });

  test.each(['people.xlsx', 'people.xls', 'people.ods', 'people.fods'])('%s: typed values', async (name) => {
    const [people, archive] = (await readBook(fixture(name))).sheets;
    const kinds = Array.from({ length: 8 }, (_, column) => people!.cell(2, column).kind);
    expect(kinds).toEqual(['text', 'text', 'day', 'number', 'flag', 'number', 'number', 'error']);
    expect(people!.cell(2, 2)).toMatchObject({ day: '2027-01-31', timeOfDay: false });
    expect(people!.cell(3, 2)).toMatchObject({ day: '1994-12-31' });
    expect([people!.hidden, archive!.hidden]).toEqual([false, true]);
  });

  // These formats keep no number formats, or other ones. Their own text counts.
  test.each([
    [
      'people.xml',
      'xml-2003',
      ['00123', 'Zoë Müller', '2027-01-31', '87.50%', 'TRUE', '1067', '3', '#DIV/0!'],
    ],
    ['people.slk', 'sylk', ['00123', 'Zoë Müller', '46418', '0.875', '1', '1067', '3', '0']],
    ['people.dif', 'dif', ['00123', 'Zoë Müller', '01/31/2027', '87.5%', 'TRUE', '1067', '3', '#VALUE!']],
  ])('%s', async (name, format, row) => {
    const book = await readBook(fixture(name));
    expect(book.format).toBe(format);
    expect(textsOf(book.sheets[0]!)[1]).toEqual(row);
  });
});

describe('the same workbook saved by other programs', () => {
  test.each([
    ['people-gnumeric.xlsx', 'xlsx', 'own'],
    ['people-gnumeric.xls', 'xls', 'sheetjs'],
    ['people-gnumeric.ods', 'ods', 'sheetjs'],
    ['people-openpyxl.xlsx', 'xlsx', 'own'],
    ['people-xlsxwriter.xlsx', 'xlsx', 'own'],
    ['people-xlsxwriter-inline.xlsx', 'xlsx', 'own'],
    ['people-xlwt.xls', 'xls', 'sheetjs'],
  ])('%s', async (name, format, via) => {
    const book = await readBook(fixture(name));
    expect(book).toMatchObject({ format, via });
    expect(textsOf(book.sheets[0]!)).toEqual(PEOPLE);
    expect(textsOf(book.sheets[1]!)).toEqual([['Old'], ['rows']]);
    expect(book.sheets[0]!.cell(2, 2)).toMatchObject({ kind: 'day', day: '2027-01-31', timeOfDay: false });
    // Gnumeric does not save hidden sheets in XLSX.
    expect(book.sheets[1]!.hidden).toBe(name !== 'people-gnumeric.xlsx');
  });

  test('people-gnumeric-biff7.xls: BIFF 5 has one code page, and the program put ? for what is not in it', async () => {
    const book = await readBook(fixture('people-gnumeric-biff7.xls'));
    const [header, zoe, bruce] = PEOPLE;
    expect(textsOf(book.sheets[0]!)).toEqual([header, zoe, bruce!.with(1, '???, "Bruce"')]);
  });
});

test.each([
  ['blanks', ' '.repeat(300)],
  ['line ends', '\r\n'.repeat(300)],
])('a SYLK file with many %s behind its last record', async (_, behind) => {
  const book = await readBook(bytesOf(`ID;PWXL;N;E\r\nC;Y1;X1;K"Name"\r\nC;Y2;X1;K"Ann"\r\nE\r\n${behind}`));
  expect(book).toMatchObject({ format: 'sylk' });
  expect(textsOf(book.sheets[0]!)).toEqual([['Name'], ['Ann']]);
});

test('text-formulas.xls: blanks and notes a 0 of LibreOffice for a formula that may give a text', async () => {
  const book = await readBook(fixture('text-formulas.xls'));
  expect(book.sheets.map((sheet) => [textsOf(sheet), sheet.notes])).toEqual([
    [
      [
        ['First', 'Last', 'Name', 'Grade', 'Rank'],
        ['Zoë', 'Müller', '', '0', '2'],
      ],
      [{ code: 'formula-without-value', count: 1 }],
    ],
    [[['', '0']], [{ code: 'formula-without-value', count: 1 }]],
  ]);
  // FODS has the values in the file.
  const asFods = await readBook(fixture('text-formulas.fods'));
  expect(textsOf(asFods.sheets[0]!)[1]).toEqual(['Zoë', 'Müller', 'Zoë Müller', '0', '2']);
});

describe('text, by content', () => {
  test.each([
    [
      'a list that begins with ID; is no SYLK',
      'ID;Name\n1;Ann\n',
      [
        ['ID', 'Name'],
        ['1', 'Ann'],
      ],
    ],
    [
      'windows-1252 with semicolons',
      'Name;Ort\nZo\xeb;K\xf6ln\n',
      [
        ['Name', 'Ort'],
        ['Zoë', 'Köln'],
      ],
    ],
    [
      'a list that begins with PK is no zip',
      'PK,Name\n1,Ann\n',
      [
        ['PK', 'Name'],
        ['1', 'Ann'],
      ],
    ],
    [
      'an address in angle brackets is no markup',
      '<a@x.org>,1\n<b@x.org>,2',
      [
        ['<a@x.org>', '1'],
        ['<b@x.org>', '2'],
      ],
    ],
  ])('%s', async (_, text, rows) => {
    const book = await readWorkbook(bytesOf(text), NO_SHEETJS);
    expect(book).toMatchObject({ ok: true, value: { format: 'csv', via: 'text' } });
    expect(book.ok && textsOf(book.value.sheets[0]!)).toEqual(rows);
  });

  test('says when the encoding was guessed', async () => {
    const book = await readBook(bytesOf('name\nZo\xeb'));
    expect(book.text).toEqual({
      encoding: 'windows-1252',
      encodingReason: 'letters',
      encodingChoices: [],
      delimiter: ',',
      delimiterReason: 'single',
    });
  });

  test('uses the encoding and delimiter that the admin chose', async () => {
    const reading = { encoding: 'windows-1250', delimiter: ';' } as const;
    const book = await readWorkbook(bytesOf('a,b;c\n\xb3;2'), { reading, ...NO_SHEETJS });
    expect(book.ok && book.value.text).toMatchObject({
      ...reading,
      encodingReason: 'chosen',
      delimiterReason: 'chosen',
    });
    expect(book.ok && textsOf(book.value.sheets[0]!)).toEqual([
      ['a,b', 'c'],
      ['ł', '2'],
    ]);
  });
});

describe('markup', () => {
  test.each([
    ['a table alone', '<table><tr><td>00123</td><td>1/2/2027</td></tr></table>', 'html'],
    [
      'a page in windows-1252',
      '<html><meta charset="windows-1252"><table><tr><td>Zo\xeb</td></tr></table></html>',
      'html',
    ],
  ])('%s', async (_, text, format) => {
    expect((await readBook(bytesOf(text))).format).toBe(format);
  });

  test('keeps cells of an HTML table as written', async () => {
    const book = await readBook(
      bytesOf('<table><tr><td>00123</td><td>1/2/2027</td><td>Zo\xeb</td></tr></table>'),
    );
    expect(textsOf(book.sheets[0]!)).toEqual([['00123', '1/2/2027', 'Zoë']]);
  });
});

describe('refused files', () => {
  const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'));
  const compound = (stream: string) => {
    const bytes = new Uint8Array(1536);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const view = new DataView(bytes.buffer);
    view.setUint16(30, 9, true);
    view.setUint32(48, 0, true);
    bytes.set(utf16(stream), 512);
    view.setUint16(512 + 64, stream.length * 2 + 2, true);
    return bytes;
  };

  test.each([
    ['nothing', new Uint8Array(), { code: 'file-empty' }],
    ['blank lines', bytesOf('\n\n'), { code: 'file-empty' }],
    ['an empty workbook', columnOfCells([{ t: 's', v: '' }], 'xlsx'), { code: 'file-empty' }],
    ['a PDF', bytesOf('%PDF-1.7\n'), { code: 'not-a-spreadsheet', looksLike: 'pdf' }],
    ['a PNG', bytesOf('\x89PNG\r\n\x1a\n'), { code: 'not-a-spreadsheet', looksLike: 'png' }],
    ['a JPEG', bytesOf('\xff\xd8\xff\xe0'), { code: 'not-a-spreadsheet', looksLike: 'jpeg' }],
    ['a GIF', bytesOf('GIF89a'), { code: 'not-a-spreadsheet', looksLike: 'gif' }],
    [
      'a web page without a table',
      bytesOf('<!DOCTYPE html><html><p>Sign in</p></html>'),
      { code: 'not-a-spreadsheet', looksLike: 'html' },
    ],
    ['other XML', bytesOf('<?xml version="1.0"?><rss/>'), { code: 'not-a-spreadsheet', looksLike: 'xml' }],
    ['JSON', bytesOf('{"a": 1}'), { code: 'not-a-spreadsheet', looksLike: 'json' }],
    ['a contact', bytesOf('BEGIN:VCARD\r\nN:Lee;Ann\r\n'), { code: 'not-a-spreadsheet', looksLike: 'vcard' }],
    [
      'an appointment',
      bytesOf('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n'),
      { code: 'not-a-spreadsheet', looksLike: 'calendar' },
    ],
    [
      'a sheet of EtherCalc',
      bytesOf('socialcalc:version:1.5\nMIME-Version: 1.0\n'),
      { code: 'not-a-spreadsheet', looksLike: 'socialcalc' },
    ],
    ['a program', bytesOf('MZ\x90\0\x03\0\0\0\x04\0\0\0'), { code: 'not-a-spreadsheet', looksLike: null }],
    [
      'a truncated workbook',
      xlsx.subarray(0, xlsx.length - 200),
      { code: 'file-damaged', detail: 'the end of the archive is missing' },
    ],
    [
      'a SYLK file that was cut off',
      bytesOf('ID;PWXL;N;E\r\nC;Y1;X1;K"Name"\r\nC;Y2;X1;K"Ann'),
      { code: 'file-damaged', detail: 'the file breaks off' },
    ],
    ['an encrypted workbook', compound('EncryptedPackage'), { code: 'file-encrypted' }],
    // Excel and LibreOffice encrypt it with the same default password for everybody.
    ['an XLS with a protected structure', fixture('text-formulas-locked.xls'), { code: 'file-encrypted' }],
    [
      'an encrypted XLS stream without a container',
      Uint8Array.from([...BIFF8_BOF, ...RC4_FILE_PASS]),
      { code: 'file-encrypted' },
    ],
    ['an old Word document', compound('WordDocument'), { code: 'not-a-spreadsheet', looksLike: 'doc' }],
  ])('%s', async (_, bytes, problem) => {
    expect(await readWorkbook(bytes, LAZY_PARTS)).toEqual({ ok: false, problem });
  });

  test('an XLS whose stream has a cycle', async () => {
    const bytes = fixture('people-xlwt.xls').slice();
    const view = new DataView(bytes.buffer);
    const table = (view.getUint32(76, true) + 1) * 512; // the allocation table
    for (let sector = 0; sector < 4; sector += 1) view.setUint32(table + sector * 4, (sector + 1) % 4, true);
    expect(await readWorkbook(bytes, LAZY_PARTS)).toMatchObject({ problem: { code: 'file-damaged' } });
  });

  test('a file of more than 300 MB', async () => {
    const problem = { code: 'file-too-large', what: 'file', amount: 301, limit: 300 };
    expect(await readWorkbook(new Uint8Array(300_000_001), LAZY_PARTS)).toEqual({ ok: false, problem });
  });

  test('a file of more than 100 MB that only SheetJS reads', async () => {
    const bytes = new Uint8Array(100_000_001);
    bytes.set(fixture('people.xls'));
    const problem = { code: 'file-too-large', what: 'file', amount: 101, limit: 100 };
    expect(await readWorkbook(bytes, NO_SHEETJS)).toEqual({ ok: false, problem });
  });

  test('a workbook with a stated size of 4 GB is not unpacked', async () => {
    const bomb = xlsx.slice();
    const directory = Buffer.from(bomb).lastIndexOf('PK\x01\x02', undefined, 'latin1');
    new DataView(bomb.buffer).setUint32(directory + 24, 0xffffffff, true);
    const problem = { code: 'file-too-large', what: 'unpacked', limit: 1000 };
    expect(await readWorkbook(bomb, NO_SHEETJS)).toMatchObject({ ok: false, problem });
  });

  test.each([
    ['a missing shared string', '<c r="A1" t="s"><v>99</v></c>'],
    ['a cell outside every sheet', '<c r="A1048577"><v>1</v></c>'],
  ])('a sheet with %s', async (_, cell) => {
    const bytes = xlsxOfSheetXml(`<sheetData><row r="1">${cell}</row></sheetData>`);
    expect(await readWorkbook(bytes, LAZY_PARTS)).toMatchObject({
      ok: false,
      problem: { code: 'file-damaged' },
    });
  });
});

test.each([
  ['UTF-8', utf8('Name,Ort\nZoë,Köln\n')],
  ['UTF-16', Uint8Array.from(Buffer.from('\uFEFFName,Ort\nZoë,Köln\n', 'utf16le'))],
  ['an XLSX', xlsx],
])('%s is read without any lazy part', async (_, bytes) => {
  expect(await readWorkbook(bytes, NO_LAZY_PARTS)).toMatchObject({ ok: true });
});

test('stops when it is aborted', async () => {
  const signal = AbortSignal.abort(new Error('another file was dropped'));
  await expect(readWorkbook(bytesOf('a,b'), { ...LAZY_PARTS, signal })).rejects.toThrow(
    'another file was dropped',
  );
});
