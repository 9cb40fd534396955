import { describe, expect, test } from 'vitest';
import { readFirstRows } from '../../../lib/sheet/first-rows';
import { textsOf } from './cells-of';
import { LAZY_PARTS, NO_SHEETJS } from './lazy-parts';
import { columnOfCells } from './cells/sheetjs-book';
import { stringsOf, xlsxOfParts } from './xlsx/xlsx-of-parts';

const rows = Array.from({ length: 20_000 }, (_, row) => `${row},Zoë ${row}\n`).join('');
const list = `id,name\n${rows}`;
const xlsx = xlsxOfParts(
  Array.from(
    { length: 50_000 },
    (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>${at % 2}</v></c></row>`,
  ).join(''),
  { 'xl/sharedStrings.xml': stringsOf('<t>even</t>', '<t>odd</t>') },
);

describe('the beginning of a large file', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(list), ['id', 'name'], ['0', 'Zoë 0']],
    ['UTF-16', Uint8Array.from(Buffer.from(`\uFEFF${list}`, 'utf16le')), ['id', 'name'], ['0', 'Zoë 0']],
    ['UTF-16 BE', Uint8Array.from(Buffer.from(list, 'utf16le').swap16()), ['id', 'name'], ['0', 'Zoë 0']],
    ['windows-1252', Uint8Array.from(Buffer.from(list, 'latin1')), ['id', 'name'], ['0', 'Zoë 0']],
    ['XLSX', xlsx, ['even'], ['odd']],
  ])('%s', async (_, bytes, first, second) => {
    const sheet = await readFirstRows(bytes, NO_SHEETJS);
    expect(sheet && textsOf(sheet).slice(0, 2)).toEqual([first, second]);
    expect(sheet?.rowCount).toBeGreaterThanOrEqual(20);
    // The preview must not read the whole file, or it would not be quick.
    expect(sheet?.rowCount).toBeLessThan(15_000);
  });

  test.each([
    ['a quote that is open for long', new TextEncoder().encode(`"${'x\n'.repeat(50_000)}"`)],
    ['what has no reader of our own', columnOfCells([{ t: 's', v: 'x' }], 'xlsb')],
    ['no spreadsheet', new TextEncoder().encode('%PDF-1.7')],
    ['nothing', new Uint8Array()],
  ])('is null for %s', async (_, bytes) => {
    expect(await readFirstRows(bytes, LAZY_PARTS)).toBeNull();
  });
});
