import { expect, test } from 'vitest';
import { rowsOf } from './cells-of';
import { columnOfCells, readFirstSheet } from './cells/sheetjs-book';

const firstCells = async (bytes: Uint8Array) => rowsOf(await readFirstSheet(bytes)).map((row) => row[0]);

test.each(['xlsx', 'xlsb', 'biff8'] as const)(
  'a number without a date format says that its workbook counts from 1904, %s',
  async (format) => {
    const cells = [
      { t: 'n', v: 44_956, z: 'General' },
      { t: 'n', v: 44_956, z: '0' },
    ] as const;
    const counted = { kind: 'number', text: '44956', value: 44_956, damaged: false };
    expect(await firstCells(columnOfCells(cells, format))).toEqual([counted, counted]);
    const since1904 = { ...counted, since1904: true };
    expect(await firstCells(columnOfCells(cells, format, true))).toEqual([since1904, since1904]);
  },
);
