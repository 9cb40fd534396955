import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Sheet } from '../../../lib/sheet/cells/sheet';
import { readWorkbook } from '../../../lib/sheet/read-workbook';
import { readWithSheetJs } from '../../../lib/sheet/sheetjs/sheetjs';
import { ODD_SHEETS, savedOddSheet } from '../../fixtures/odd-sheets';
import { rowsOf, textsOf } from './cells-of';
import { NO_LAZY_PARTS } from './lazy-parts';

const SAVED = join(import.meta.dirname, '../../fixtures/sheets');

async function readOwn(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const read = await readWorkbook(bytes, NO_LAZY_PARTS);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value.sheets;
}

const filled = (sheets: readonly Sheet[]) =>
  sheets.filter(({ rowCount }) => rowCount > 0).map((sheet) => ({ name: sheet.name, rows: rowsOf(sheet) }));

describe('the own reader', () => {
  test.each(ODD_SHEETS.map((odd) => [odd.name, odd] as const))('%s', async (name, { rows }) => {
    const [sheet] = await readOwn(savedOddSheet(name));
    expect(sheet && textsOf(sheet)).toEqual(rows);
  });
});

describe('SheetJS reads the same cells', () => {
  const others = new Set(ODD_SHEETS.flatMap(({ name, sheetJs }) => (sheetJs === null ? [] : [name])));
  const saved = readdirSync(SAVED).filter((name) => name.endsWith('.xlsx') && !others.has(name));

  test.each(saved.map((name) => [name] as const))('%s', async (name) => {
    const bytes = new Uint8Array(readFileSync(join(SAVED, name)));
    const other = readWithSheetJs(bytes, 'xlsx');
    expect(filled(await readOwn(bytes))).toEqual(other.ok && filled(other.value));
  });
});

describe('SheetJS reads other cells', () => {
  test.each(ODD_SHEETS.flatMap(({ name, sheetJs }) => (sheetJs === null ? [] : [[name, sheetJs] as const])))(
    '%s: %s',
    async (name) => {
      const bytes = savedOddSheet(name);
      const other = readWithSheetJs(bytes, 'xlsx');
      // When both agree one day, the reason goes.
      expect(filled(await readOwn(bytes))).not.toEqual(other.ok && filled(other.value));
    },
  );
});
