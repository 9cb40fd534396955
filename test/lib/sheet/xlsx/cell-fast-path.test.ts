import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CellFastPath } from '../../../../lib/sheet/xlsx/cell-fast-path';
import { readXlsx } from '../../../../lib/sheet/xlsx/read-xlsx';
import { SharedStrings } from '../../../../lib/sheet/xlsx/shared-strings';
import { rowsOf } from '../cells-of';
import { stringsOf, xlsxOfParts } from './xlsx-of-parts';

const encoder = new TextEncoder();

/**
 * Reads the beginning of these bytes, with as much behind them as a sheet has. Null when the fast
 * path refuses.
 */
function plainCell(xml: string): object | null {
  const bytes = encoder.encode(xml + '<row>'.repeat(50));
  const cell = new CellFastPath();
  if (!cell.read(bytes, new DataView(bytes.buffer), 0)) return null;
  const { row, column, style, kind, value, from, to, after } = cell;
  expect(after).toBe(encoder.encode(xml).length);
  const text = new TextDecoder().decode(bytes.subarray(from, to));
  return { row, column, style, ...(from === to ? {} : kind === 'text' ? { text } : { kind, value }) };
}

describe('the fast path', () => {
  test.each([
    ['a number', '<c r="B7"><v>12</v></c>', { row: 7, column: 1, style: 0, kind: 'number', value: 12 }],
    [
      'with a style',
      '<c r="B7" s="31"><v>0.5</v></c>',
      { row: 7, column: 1, style: 31, kind: 'number', value: 0.5 },
    ],
    [
      'an explicit type',
      '<c r="B7" t="n"><v>-1E+3</v></c>',
      { row: 7, column: 1, style: 0, kind: 'number', value: -1000 },
    ],
    [
      'more digits than are exact',
      '<c r="B7"><v>12345678901234567</v></c>',
      { row: 7, column: 1, style: 0, kind: 'number', value: 12345678901234568 },
    ],
    [
      'style and type',
      '<c r="XFD1048576" s="2" t="s"><v>3</v></c>',
      { row: 1048576, column: 16383, style: 2, kind: 'shared', value: 3 },
    ],
    [
      'type and style',
      '<c r="A1" t="b" s="2"><v>1</v></c>',
      { row: 1, column: 0, style: 2, kind: 'flag', value: 1 },
    ],
    ['text', '<c r="A1" t="str"><v>Zoë</v></c>', { row: 1, column: 0, style: 0, text: 'Zoë' }],
    ['inline', '<c r="A1" t="inlineStr"><is><t>a</t></is></c>', { row: 1, column: 0, style: 0, text: 'a' }],
    [
      'inline with spaces',
      '<c r="A1" t="inlineStr" s="5"><is><t xml:space="preserve"> a </t></is></c>',
      { row: 1, column: 0, style: 5, text: ' a ' },
    ],
    ['without a value', '<c r="A1" s="4"/>', { row: 1, column: 0, style: 4 }],
    ['with an empty one', '<c r="A1"><v></v></c>', { row: 1, column: 0, style: 0 }],
  ])('%s', (_, xml, cell) => {
    expect(plainCell(xml)).toEqual(cell);
  });

  test.each([
    ['a prefix', '<x:c r="A1"><x:v>1</x:v></x:c>'],
    ['no reference', '<c><v>1</v></c>'],
    ['a reference outside the sheet', '<c r="A1048577"><v>1</v></c>'],
    ['a column outside the sheet', '<c r="XFE1"><v>1</v></c>'],
    ['a reference without an end', `<c r="A${'0'.repeat(300)}1"><v>1</v></c>`],
    ['a style without an end', `<c r="A1" s="${'0'.repeat(300)}1"><v>1</v></c>`],
    ['attributes in another order', '<c s="1" r="A1"><v>1</v></c>'],
    ['a further attribute', '<c r="A1" cm="1"><v>1</v></c>'],
    ['a day by its type', '<c r="A1" t="d"><v>2027-01-31</v></c>'],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>'],
    ['a formula', '<c r="A1"><f>1+1</f><v>2</v></c>'],
    ['rich text', '<c r="A1" t="inlineStr"><is><r><t>a</t></r></is></c>'],
    ['an entity', '<c r="A1" t="str"><v>a&amp;b</v></c>'],
    ['an escape', '<c r="A1" t="str"><v>a_x000D_b</v></c>'],
    ['a carriage return', '<c r="A1" t="str"><v>a\rb</v></c>'],
    ['an invalid number', '<c r="A1"><v>one</v></c>'],
    ['spaces in the tag', '<c r="A1" ><v>1</v></c>'],
    ['something behind the value', '<c r="A1"><v>1</v><extLst/></c>'],
  ])('refuses %s', (_, xml) => {
    expect(plainCell(xml)).toBeNull();
  });

  test('refuses a cell that is cut off, and reads nothing behind the bytes', () => {
    const whole = encoder.encode('<c r="A1" s="1" t="inlineStr"><is><t>text</t></is></c>');
    for (let length = 0; length <= whole.length; length += 1) {
      const bytes = whole.slice(0, length);
      expect(new CellFastPath().read(bytes, new DataView(bytes.buffer), 0)).toBe(false);
    }
  });
});

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(' a ', 'a & b', '<b>', '_x000D_', 'x_x', 'long '.repeat(60), 'a\rb', '\n'),
);
const escaped = (value: string) =>
  value
    .replace(/[^\P{C}\n\r]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(']]>', ']]&gt;');
const cell = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => ['', `<v>${value}</v>`]),
  fc.maxSafeInteger().map((value) => [' t="n"', `<v>${value}</v>`]),
  fc.nat(3).map((value) => [' t="s"', `<v>${value}</v>`]),
  fc.boolean().map((value) => [' t="b"', `<v>${Number(value)}</v>`]),
  text.map((value) => [' t="str"', `<v>${escaped(value)}</v>`]),
  text.map((value) => [
    ' t="inlineStr"',
    `<is><t${value === value.trim() ? '' : ' xml:space="preserve"'}>${escaped(value)}</t></is>`,
  ]),
  fc.constant([' t="e"', '<v>#N/A</v>']),
  fc.constant(['', '']),
  fc.constant(['', '<f>A1</f><v>5</v>']),
);
const sheet = fc.array(fc.array(fc.tuple(cell, fc.constantFrom('', ' s="0"')), { maxLength: 20 }), {
  maxLength: 30,
});

describe('the fast path and the tokenizer', () => {
  test('read the same cells', async () => {
    await fc.assert(
      fc.asyncProperty(sheet, fc.boolean(), async (rows, typeFirst) => {
        const written = (name: string) =>
          rows
            .map((cells, row) => {
              const all = cells.map(([[type = '', inside = ''], style], column) => {
                const about = typeFirst ? type + style : style + type;
                const tag = `${name} r="${String.fromCharCode(65 + column)}${row + 1}"${about}`;
                return inside === '' ? `<${tag}/>` : `<${tag}>${inside}</${name}>`;
              });
              return `<row r="${row + 1}">${all.join('')}</row>`;
            })
            .join('');
        const strings = {
          'xl/sharedStrings.xml': stringsOf('<t>a</t>', '<t/>', '<t>b&amp;</t>', '<t> d</t>'),
        };
        const [plain, prefixed] = await Promise.all(
          ['c', 'x:c'].map(async (name) => {
            const read = await readXlsx(xlsxOfParts(written(name), strings), {});
            return read.ok && read.value.kind === 'read' ? read.value.sheets.map(rowsOf) : read;
          }),
        );
        expect(plain).toEqual(prefixed);
      }),
      { numRuns: 150, seed: 20270131 },
    );
  });

  test('read the same shared strings, in chunks of any size', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 60 }), fc.integer({ min: 1, max: 3000 }), (texts, size) => {
        const xml = encoder.encode(
          stringsOf(
            ...texts.map((value) =>
              value === value.trim()
                ? `<t>${escaped(value)}</t>`
                : `<t xml:space="preserve">${escaped(value)}</t>`,
            ),
          ),
        );
        const inChunks = new SharedStrings();
        for (let at = 0; at < xml.length; at += size) inChunks.take(xml.subarray(at, at + size));
        inChunks.finish();
        const byteByByte = new SharedStrings();
        for (const byte of xml) byteByByte.take(Uint8Array.of(byte));
        byteByByte.finish();
        const read = ({ pool }: SharedStrings) =>
          Array.from({ length: pool.count }, (_, number) => pool.text(number));
        expect(read(inChunks)).toEqual(read(byteByByte));
        expect(inChunks.pool.count).toBe(texts.length);
      }),
      { numRuns: 200, seed: 20270131 },
    );
  });
});
