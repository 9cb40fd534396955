import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../lib/sheet/read-workbook';
import { textsOf } from './cells-of';
import { columnOfCells } from './cells/sheetjs-book';
import { LAZY_PARTS } from './lazy-parts';
import { zipOfEntries } from './xlsx/zip-of-entries';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const CSV = bytesOf('id,name\n1,Ada\n');
const read = async (bytes: Uint8Array) => {
  const book = await readWorkbook(bytes, LAZY_PARTS);
  return book.ok ? textsOf(book.value.sheets[0] as never) : book.problem;
};
const ROWS = [
  ['id', 'name'],
  ['1', 'Ada'],
];

/** The note that Excel keeps beside an open file: the user with its length, and again in UTF-16. */
function lockFile(user: string, size: number): Uint8Array {
  const bytes = new Uint8Array(size).fill(0x20);
  bytes[0] = user.length;
  bytes.set(bytesOf(user), 1);
  bytes[55] = user.length;
  bytes[56] = 0;
  bytes.set(Buffer.from(user, 'utf16le'), 57);
  return bytes;
}

describe('an archive', () => {
  test.each([
    ['of one CSV', [['fixes.csv', CSV]]],
    [
      'of one CSV in a folder, made on a Mac',
      [
        ['May/', new Uint8Array()],
        ['May/fixes.csv', CSV],
        ['__MACOSX/May/._fixes.csv', bytesOf('x')],
        ['May/.DS_Store', bytesOf('x')],
      ],
    ],
    [
      'of one CSV beside what Windows keeps in a folder',
      [
        ['May/desktop.ini', bytesOf('[x]')],
        ['May/fixes.csv', CSV],
        ['Thumbs.db', bytesOf('x')],
      ],
    ],
    ['of one text in windows-1252', [['a.txt', Buffer.from('id,name\n1,Ada\n', 'latin1')]]],
  ] as const)('%s is read', async (_, parts) => {
    expect(await read(zipOfEntries(parts, {}))).toEqual(ROWS);
  });

  test('of one workbook is read', async () => {
    const book = columnOfCells([{ t: 's', v: 'x' }], 'xlsx');
    expect(await read(zipOfEntries([['a.xlsx', book]], {}))).toEqual([['x']]);
  });

  test.each([
    [
      'of two files',
      [
        ['a.csv', CSV],
        ['b.csv', CSV],
      ],
      { code: 'zip-of-several', files: 2 },
    ],
    ['of folders alone', [['a/', new Uint8Array()]], { code: 'not-a-spreadsheet', looksLike: 'zip' }],
    [
      'of an archive',
      [['a.zip', zipOfEntries([['a.csv', CSV]], {})]],
      { code: 'not-a-spreadsheet', looksLike: 'zip' },
    ],
    ['of one picture', [['a.png', Buffer.from('\x89PNG', 'latin1')]], { code: 'not-a-spreadsheet' }],
    ['of an empty file', [['a.csv', new Uint8Array()]], { code: 'file-empty' }],
  ] as const)('%s is not', async (_, parts, problem) => {
    expect(await read(zipOfEntries(parts, {}))).toMatchObject(problem);
  });
});

describe('the note beside an open file', () => {
  test.each([
    ['of Excel', lockFile('Ada King', 165)],
    ['of Word', lockFile('Ada', 162)],
    ['of LibreOffice', bytesOf(',ada,desk,31.01.2027 10:00,file:///home/ada/.config/libreoffice/4;')],
    ['of LibreOffice with a name', bytesOf('Ada King,ada,desk,31.01.2027 10:00,file:///C:/Users/ada/4;\n')],
  ])('%s', async (_, bytes) => {
    expect(await read(bytes)).toEqual({ code: 'lock-file' });
  });

  test.each([
    ['a text of the same size', bytesOf(`id,name\n${'1,Ada King\n'.repeat(20)}`.slice(0, 165))],
    [
      'a list with links to files',
      bytesOf('name,day,link\nAda,31.01.2027 10:00,file:///a;\nBob,31.01.2027 11:00,file:///b;\n'),
    ],
  ])('is not %s', async (_, bytes) => {
    expect(await read(bytes)).not.toHaveProperty('code');
  });
});

test('an ODS without styles is read as with them', async () => {
  const whole = new Uint8Array(readFileSync(new URL('../../fixtures/sheets/people.ods', import.meta.url)));
  const parts = Object.entries(unzipSync(whole)).filter(([name]) => name !== 'styles.xml');
  const rows = await read(zipOfEntries(parts, {}));
  expect(rows).toEqual(await read(whole));
  expect(rows).not.toHaveProperty('code');
});

describe('control characters', () => {
  const lines = (sign: string) => bytesOf(`id${sign}name\n1${sign}Ada\n2${sign}Bob\n`);

  test.each(['\x1f', '\x1c', '\x1d', '\x01', '\x14', '\x02'])('%j divides fields', async (sign) => {
    expect(await read(lines(sign))).toEqual([...ROWS, ['2', 'Bob']]);
  });

  test.each([
    ['zeros', lines('\0')],
    ['escapes', bytesOf('\x1b$B;3ED\x1b(B\n\x1b$BB@O:\x1b(B\n')],
    ['many kinds', Uint8Array.from({ length: 400 }, (_, at) => (at % 3 === 0 ? at % 32 : 65))],
  ])('of %s are no text', async (_, bytes) => {
    expect(await read(bytes)).toEqual({ code: 'not-a-spreadsheet', looksLike: null });
  });

  test('of a SYLK file with many accents are its escapes', async () => {
    const sylk = 'ID;PWXL;N;E\r\nC;Y1;X1;K"\x1bNHuller \x1bNHuber \x1bNHosch"\r\nE\r\n';
    expect(await read(bytesOf(sylk))).toEqual([['üller über ösch']]);
  });
});

/** Compound file whose directory has these names, and nothing in them. */
function compoundOf(...names: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(3 * 512);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(68, 0xfffffffe, true);
  for (let place = 1; place < 109; place += 1) view.setUint32(76 + place * 4, 0xffffffff, true);
  view.setUint32(512, 0xfffffffd, true);
  view.setUint32(516, 0xfffffffe, true);
  names.forEach((name, at) => {
    const entry = 1024 + at * 128;
    Array.from(name, (letter, place) => view.setUint16(entry + place * 2, letter.charCodeAt(0), true));
    view.setUint16(entry + 64, name.length * 2 + 2, true);
  });
  return bytes;
}

test.each([
  ['a sensitivity label', ['EncryptedPackage', 'DRMEncryptedTransform'], 'file-labelled'],
  ['a data space of rights management', ['EncryptedPackage', 'DRMEncryptedDataSpace'], 'file-labelled'],
  ['rights management of an XLS', ['Workbook', '\tDRMContent'], 'file-labelled'],
  ['a password', ['EncryptedPackage', 'StrongEncryptionTransform'], 'file-encrypted'],
])('a workbook that is locked by %s', async (_, names, code) => {
  expect(await read(compoundOf(...names))).toEqual({ code });
});
