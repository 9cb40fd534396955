import { describe, expect, test } from 'vitest';
import { readDelimited } from '../../../../lib/sheet/text/text';
import { dividedLines } from '../../../../lib/sheet/text/divided-lines';
import { sheetOf, textsOf } from '../cells-of';

/** A table that was put into a single column is divided; a column of words is left alone. */

async function read(text: string, chosen?: string) {
  const result = await readDelimited(text, chosen === undefined ? {} : { chosen });
  if (!result.ok) throw new Error(result.problem.code);
  return { rows: textsOf(result.value.sheet), delimiter: result.value.delimiter };
}

const column = (...lines: readonly string[]) => sheetOf(...lines.map((line) => [line]));

describe('lines of a text that are each in quotes', () => {
  test.each([
    [
      'all of them, with quotes doubled within',
      '"id,name,email"\n"1,""King, Ada"",ada@x.org"\n"2,""Stone, Bob"",bob@x.org"\n',
      [
        ['id', 'name', 'email'],
        ['1', 'King, Ada', 'ada@x.org'],
        ['2', 'Stone, Bob', 'bob@x.org'],
      ],
    ],
    [
      'with semicolons',
      '"id;name"\r\n"1;Ada"\r\n"2;Bob"\r\n',
      [
        ['id', 'name'],
        ['1', 'Ada'],
        ['2', 'Bob'],
      ],
    ],
  ])('%s', async (_, text, rows) => {
    expect((await read(text)).rows).toEqual(rows);
  });

  test.each([
    ['names', '"Name"\n"King, Ada"\n"Stone, Bob"\n', [['Name'], ['King, Ada'], ['Stone, Bob']]],
    ['names with a header alike', '"Last, First"\n"King, Ada"\n', [['Last, First'], ['King, Ada']]],
    [
      'addresses',
      '"Main St 5, Bonn, DE"\n"Elm St 7, Oslo, NO"\n',
      [['Main St 5, Bonn, DE'], ['Elm St 7, Oslo, NO']],
    ],
    ['amounts', '"Sum"\n"1,50"\n"2,75"\n', [['Sum'], ['1,50'], ['2,75']]],
    [
      'a note in quotes below a list',
      'id,name,grade\n1,Ada,A\n"As of May, June, July"\n',
      [
        ['id', 'name', 'grade'],
        ['1', 'Ada', 'A'],
        ['As of May, June, July', '', ''],
      ],
    ],
  ])('not %s', async (_, text, rows) => {
    expect((await read(text)).rows).toEqual(rows);
  });

  test('a chosen delimiter divides them, none leaves them whole', async () => {
    const text = '"Name"\n"King/Ada"\n"Stone/Bob"\n';
    expect((await read(text, '/')).rows).toEqual([
      ['Name', ''],
      ['King', 'Ada'],
      ['Stone', 'Bob'],
    ]);
    expect((await read('"id,name"\n"1,Ada"\n', '')).rows).toEqual([['id,name'], ['1,Ada']]);
  });
});

describe('a single column of a workbook', () => {
  test.each([
    [
      'a CSV',
      column('id,name', '1,Ada', '2,"King, Bob"'),
      [
        ['id', 'name'],
        ['1', 'Ada'],
        ['2', 'King, Bob'],
      ],
    ],
    [
      'names with ids',
      column('King,1', 'Byrne,2'),
      [
        ['King', '1'],
        ['Byrne', '2'],
      ],
    ],
    [
      'tabs',
      column('id\tname', '1\tAda'),
      [
        ['id', 'name'],
        ['1', 'Ada'],
      ],
    ],
    [
      'blank rows, which keep their numbers',
      column('id;name', '', '1;Ada'),
      [
        ['id', 'name'],
        ['', ''],
        ['1', 'Ada'],
      ],
    ],
    [
      'the first column blank',
      sheetOf(['', 'id,name'], ['', '1,Ada']),
      [
        ['id', 'name'],
        ['1', 'Ada'],
      ],
    ],
    [
      'a line below a title',
      column('Report', 'id,name,grade', '1,Ada,A', '2,Bob,B'),
      [
        ['Report', '', ''],
        ['id', 'name', 'grade'],
        ['1', 'Ada', 'A'],
        ['2', 'Bob', 'B'],
      ],
    ],
    [
      'spaces behind the commas, with e-mails',
      column('name, email', 'Ada, a@x.org', 'Bob, b@x.org'),
      [
        ['name', ' email'],
        ['Ada', ' a@x.org'],
        ['Bob', ' b@x.org'],
      ],
    ],
  ])('%s', (_, sheet, rows) => {
    const divided = dividedLines(sheet);
    expect(divided && textsOf(divided.sheet)).toEqual(rows);
    expect(divided?.sheet.notes).toEqual([
      { code: 'divided-lines', count: rows.filter((row) => row[1] !== '').length },
    ]);
  });

  test.each([
    ['e-mails', column('Email', 'ada@x.org', 'bob@x.org')],
    ['names', column('Name', 'King, Ada', 'Stone, Bob')],
    ['names without a space', column('King,Ada', 'Byrne,Bo', 'Stone-Chen,Bob')],
    ['names in other letters', column('Иванов,Иван', 'Петрова,Анна')],
    ['places', column('Bonn,Germany', 'Oslo,Norway')],
    ['topics', column('Topics', 'A; B; C', 'D; E; F')],
    ['two columns', sheetOf(['id,name', 'x'], ['1,Ada', 'y'])],
    ['one line', column('id,name')],
    [
      'the record of a download',
      column('uc-column 0 {"a":1,"b":2}', 'uc-column 1 {"a":3,"b":4}', 'uc-base 1 {"c":5,"d":6}'),
    ],
    [
      'a record below its note',
      column('Keep it, please', 'uc-column 0 {"a":1,"b":2}', 'uc-base 1 {"c":5,"d":6}'),
    ],
    ['a blank sheet', sheetOf()],
  ])('not %s', (_, sheet) => {
    expect(dividedLines(sheet)).toBeNull();
  });

  test('a line with a line break outside of quotes stays whole', () => {
    const divided = dividedLines(
      column('id,name', '1,Ada', '2,Bob', '3,Eve\n4,Jo', ...Array.from({ length: 40 }, (_, at) => `${at},x`)),
    );
    expect(divided && textsOf(divided.sheet)[3]).toEqual(['3,Eve\n4,Jo', '']);
  });
});
