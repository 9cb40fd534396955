import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../../lib/sheet/read-workbook';
import { codePageOfFonts } from '../../../../lib/sheet/xls/font-code-page';
import { LAZY_PARTS } from '../lazy-parts';

/** BIFF record. */
function record(type: number, content: readonly number[]): readonly number[] {
  return [type & 255, type >> 8, content.length & 255, content.length >> 8, ...content];
}

const BOOK = record(0x809, [0, 5, 5, 0, 0, 0, 0, 0]);
const SHEET = record(0x809, [0, 5, 0x10, 0, 0, 0, 0, 0]);
const END = record(0x0a, []);
const font = (charset: number) =>
  record(0x31, [200, 0, 0, 0, 0xff, 0x7f, 0x90, 1, 0, 0, 0, 0, charset, 0, 1, 65]);
const codePage = (page: number) => record(0x42, [page & 255, page >> 8]);
const CELL_FORMAT = record(0xe0, [0, 0, 0, 0, 0xf5, 0xff, 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
const label = (text: readonly number[]) => record(0x204, [0, 0, 0, 0, 0, 0, text.length, 0, ...text]);

/** Bare stream of one sheet whose A1 has these bytes. */
function book(globals: readonly number[], text: readonly number[]): Uint8Array {
  const before = [...BOOK, ...globals, ...CELL_FORMAT];
  const name = [1, 83];
  const boundLength = 4 + 6 + name.length;
  const at = before.length + boundLength + END.length;
  const bound = record(0x85, [at & 255, at >> 8, 0, 0, 0, 0, ...name]);
  const bytes = [...before, ...bound, ...END, ...SHEET, ...label(text), ...END];
  return Uint8Array.from([...bytes, ...Array<number>(Math.max(0, 600 - bytes.length)).fill(0)]);
}

const IVAN = [0xc8, 0xe2, 0xe0, 0xed];

describe('the code page of a stream', () => {
  test.each<[string, readonly number[], number | null]>([
    ['Cyrillic fonts', [...font(204), ...font(204)], 1251],
    ['a Cyrillic and a western font', [...font(0), ...font(204)], 1251],
    ['Greek', font(161), 1253],
    ['Central European', font(238), 1250],
    ['Japanese', font(128), 932],
    ['Thai', font(222), 874],
    ['of an old Mac', font(77), 10_000],
    ['western fonts', font(0), null],
    ['symbols', font(2), null],
    ['the charset of the system', font(1), null],
    ['fonts of two alphabets', [...font(204), ...font(161)], null],
    ['the stream says it', [...codePage(1252), ...font(204)], null],
    ['the stream says it behind the fonts', [...font(204), ...codePage(1251)], null],
    ['no font', [], null],
    ['a font that is cut off', record(0x31, [200, 0]), null],
    ['nothing', [], null],
  ])('%s: %s', (_, globals, expected) => {
    expect(codePageOfFonts(Uint8Array.from([...BOOK, ...globals, ...END]))).toBe(expected);
  });
});

test.each<[string, readonly number[], string]>([
  ['Cyrillic fonts without a code page', font(204), 'Иван'],
  ['western fonts without one', font(0), 'Èâàí'],
  ['a code page', [...codePage(1252), ...font(204)], 'Èâàí'],
  ['a Cyrillic code page', [...codePage(1251), ...font(0)], 'Иван'],
])('BIFF 5 with %s', async (_, globals, expected) => {
  const read = await readWorkbook(book(globals, IVAN), LAZY_PARTS);
  expect(read.ok ? read.value.sheets[0]?.cell(1, 0) : read.problem).toMatchObject({ text: expected });
});
