import { describe, expect, test } from 'vitest';
import type { Day } from '../../../lib/credential/day';
import { cellWriter } from '../../../lib/report/written-cells';
import type { Cell } from '../../../lib/sheet/cells/sheet';
import { readWorkbook } from '../../../lib/sheet/read-workbook';
import { writeWithSheetJs } from '../../../lib/sheet/sheetjs/sheetjs';
import { LAZY_PARTS } from '../sheet/lazy-parts';

/* docs/product.md 2.6: results keep typed cells, so that they are read again as the sheet was. */

const text = (of: string): Cell => ({ kind: 'text', text: of });
const number = (value: number, shown = String(value), damaged = false): Cell => ({
  kind: 'number',
  text: shown,
  value,
  damaged,
});
const day = (of: string, shown: string, timeOfDay = false): Cell => ({
  kind: 'day',
  day: of as Day,
  text: shown,
  timeOfDay,
});

/** The cell as it is read from a file that we wrote with it alone. */
async function readBack(cell: Cell): Promise<Cell> {
  const written = new Uint8Array(writeWithSheetJs([['Header'], [cellWriter()(cell)]]));
  const read = await readWorkbook(written, LAZY_PARTS);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.sheets[0]?.cell(2, 0) ?? { kind: 'blank' };
}

describe('a cell that is written is read as the same cell', () => {
  test.each<[string, Cell]>([
    ['a day with dots', day('2027-01-31', '31.01.2027')],
    ['a day as in the United States', day('2027-01-31', '1/31/2027')],
    ['a day with two digits of the year', day('2027-01-31', '31/01/27')],
    ['a day in ISO form', day('2027-01-31', '2027-01-31')],
    ['a day whose month is its day', day('2027-05-05', '05/05/2027')],
    ['a day that is all one number', day('2005-05-05', '05.05.05')],
    ['a day whose year looks like its day', day('2027-01-27', '27/01/27')],
    ['a day with the name of its month', day('2027-01-31', '31 Jan 2027')],
    ['a day with its weekday', day('2027-01-31', 'Sunday, January 31, 2027')],
    ['May, which is short and long', day('2027-05-31', '31 May 2027')],
    ['a day in East Asian words', day('2027-01-31', '2027年1月31日')],
    ['a day without its year', day('2026-01-02', '2 Jan')],
    ['a day before March 1900', day('1900-02-27', '27.02.1900')],
    ['a day with a time', day('2027-01-31', '31.01.2027 14:05', true)],
    ['a day with a clock of twelve hours', day('2027-01-31', '1/31/2027 2:05 PM', true)],
    ['a whole number', number(42)],
    ['a decimal number', number(8.5)],
    ['a number below zero', number(-3)],
    ['shown decimals', number(4, '4.0')],
    ['groups', number(1000, '1,000')],
    ['leading zeros', number(123, '00123')],
    ['a prefix', number(12, 'ID-0012')],
    ['percent', number(0.855, '85.5%')],
    ['digits at places of their own', number(12_345_678, '01234-5678')],
    ['a currency', number(12.5, '€12.50')],
    ['zero', number(0)],
    ['yes', { kind: 'flag', text: 'TRUE', value: true }],
    ['an error', { kind: 'error', text: '#N/A' }],
    // A text stays one, whatever it looks like.
    ['a text that is a number', text('42')],
    ['a text with leading zeros', text('00123')],
    ['a long id', text('123456789012345678')],
    ['a text that is a day', text('31.01.2027')],
    ['a text that is a formula', text('=1+1')],
    ['a text that is yes', text('TRUE')],
    ['a text that is an error', text('#N/A')],
    ['a text that is a percentage', text('85%')],
    ['a phone number', text('+49 30 1234')],
    ['nothing', { kind: 'blank' }],
  ])('%s', async (_, cell) => {
    expect(await readBack(cell)).toEqual(cell);
  });
});

describe('what cannot be shown again keeps its value', () => {
  test.each<[string, Cell, Cell]>([
    ['a month in another language', day('2027-01-31', '31. Januar 2027'), day('2027-01-31', '2027-01-31')],
    ['a day of an era', day('2027-01-31', '令和9年1月31日'), day('2027-01-31', '2027-01-31')],
    [
      'its time, too',
      day('2027-01-31', '31 ene 14:05', true),
      day('2027-01-31', '2027-01-31 14:05:00', true),
    ],
    [
      'a time that is hidden is not known',
      day('2027-01-31', '31.01.2027', true),
      day('2027-01-31', '31.01.2027'),
    ],
    ['a long id is a text', number(123_456_789_012, '1.23457E+11'), text('123456789012')],
    ['an id of twelve digits', number(123_456_789_012), text('123456789012')],
    ['one that lost digits stays as it is shown', number(1.23e15, '1.23E+15', true), text('1.23E+15')],
    ['a number shown short has its digits', number(123_456, '1.2E+05'), number(123_456)],
    ['a number in a format that we do not know', number(0.5, '1/2'), text('1/2')],
    ['an error that files do not have', { kind: 'error', text: '#SPILL!' }, text('#SPILL!')],
  ])('%s', async (_, cell, expected) => {
    expect(await readBack(cell)).toEqual(expected);
  });

  test('numbers since 1904 make a file that counts from 1904, and its days stay', async () => {
    const write = cellWriter();
    const bare: Cell = { kind: 'number', text: '44000', value: 44_000, damaged: false, since1904: true };
    const rows = [['Header'], [write(bare)], [write(day('2027-01-31', '31.01.2027'))]];
    const read = await readWorkbook(new Uint8Array(writeWithSheetJs(rows)), LAZY_PARTS);
    const sheet = read.ok ? read.value.sheets[0] : undefined;
    expect(sheet?.cell(2, 0)).toEqual(bare);
    expect(sheet?.cell(3, 0)).toMatchObject({ kind: 'day', day: '2027-01-31', text: '31.01.2027' });
  });
});

/** [the cell, its text in a CSV] */
test.each<[Cell, string]>([
  [day('2027-01-31', '1/31/2027'), '2027-01-31'],
  [day('2027-01-31', '31.01.2027 14:05', true), '2027-01-31 14:05:00'],
  [number(123, '00123'), '00123'],
  [number(1000, '1,000'), '1000'],
  [number(123_456_789_012, '1.23457E+11'), '123456789012'],
  [text('=1+1'), '=1+1'],
])('in a CSV, %j is %j', (cell, expected) => {
  const written = cellWriter()(cell);
  expect(typeof written === 'string' ? written : written.text).toBe(expected);
});
