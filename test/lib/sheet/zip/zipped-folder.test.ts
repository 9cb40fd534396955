import { strToU8, zipSync } from 'fflate';
import { utils, write } from 'sheetjs-ce';
import NUMBERS from 'sheetjs-ce/dist/xlsx.zahl.mjs';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../../../lib/sheet/read-workbook';
import { textsOf } from '../cells-of';
import { LAZY_PARTS } from '../lazy-parts';

/* A Mac may keep a file of Numbers as a folder, and zip it so (docs/product.md 2.2). */

function numbersFile(): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['Name', 'Grade'],
      ['Ada', 'A'],
    ]),
    'People',
  );
  return new Uint8Array(write(book, { type: 'array', bookType: 'numbers', numbers: NUMBERS }) as ArrayBuffer);
}

const FILE = numbersFile();
const OTHERS = { 'fixes.numbers/Metadata/Properties.plist': strToU8('<plist/>') };

test.each<[string, Uint8Array]>([
  ['as one file', FILE],
  ['with its index packed', zipSync({ 'Index.zip': FILE })],
  ['as a folder', zipSync({ 'fixes.numbers/Index.zip': FILE, ...OTHERS })],
])('Numbers, %s', async (_name, bytes) => {
  const book = await readWorkbook(bytes, LAZY_PARTS);
  if (!book.ok) throw new Error(book.problem.code);
  expect(book.value.format).toBe('numbers');
  expect(book.value.sheets.map((sheet) => textsOf(sheet).slice(0, 2))).toEqual([
    [
      ['Name', 'Grade'],
      ['Ada', 'A'],
    ],
  ]);
});

test.each([
  ['a folder of another name', { 'fixes/Index.zip': FILE, 'fixes/b.txt': strToU8('b') }],
  ['one deeper', { 'a/fixes.numbers/Index.zip': FILE, ...OTHERS }],
])('%s is an archive of several files', async (_name, parts) => {
  expect(await readWorkbook(zipSync(parts), LAZY_PARTS)).toMatchObject({
    problem: { code: 'zip-of-several' },
  });
});
