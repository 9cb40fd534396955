import { utils, write } from 'sheetjs-ce';
import { expect, test } from 'vitest';
import { bytesOf, realSheet } from '../fakes/sheet';

/* docs/product.md 2.2: which sheet of a workbook is opened, and what is said of one on its side. */

type Rows = readonly (readonly (string | number)[])[];

function workbookOf(sheets: Readonly<Record<string, Rows>>): ArrayBuffer {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer;
}

test('a workbook of a cover and a list opens the list', async () => {
  const sheet = realSheet();
  const opened = await sheet.open(
    workbookOf({
      Cover: [['Corrections of May'], ['Prepared by', 'Eve'], ['Version', 2]],
      People: [
        ['Credential ID', 'Grade'],
        [100001, 'A'],
        [100002, 'B'],
      ],
    }),
    {},
  );
  expect(opened).toMatchObject({ ok: true, value: { first: 1 } });
});

test('a list on its side is said, and read where its header row is chosen by hand', async () => {
  const sheet = realSheet();
  await sheet.open(bytesOf('Name,Ada King,Bo Lind\nEmail,ada@x.org,bo@x.org\nGrade,A,B\n'), {});
  expect(sheet.chooseTable(0, null)).toEqual({
    ok: false,
    problem: { code: 'sheet-on-its-side', sheet: 'Sheet1', people: 2 },
  });
  expect(sheet.chooseTable(0, 1)).toMatchObject({ ok: true, value: { rows: 2, headerRow: 1 } });
});
