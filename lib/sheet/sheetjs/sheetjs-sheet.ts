import { cellOfSheetJs, isFilled, type CellReadingContext, type RawCell } from './sheetjs-cell';
import type { Cell, Sheet, SheetNote } from '../cells/sheet';

/** Rows of cells in SheetJS's `dense` form: sparse arrays. */
export type RawRows = readonly (readonly (RawCell | undefined)[] | undefined)[];

const BLANK: Cell = { kind: 'blank' };
/** Size of a sheet in every current spreadsheet program. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/**
 * Makes a sheet over the cells of SheetJS. Its size is that of the filled cells: the range that the
 * file claims (A1:XFD1048576 with 50 rows) is ignored. Null when a cell is outside any sheet: the
 * file is damaged.
 */
export function sheetOfSheetJs(
  facts: { readonly name: string; readonly hidden: boolean; readonly notes: readonly SheetNote[] },
  rows: RawRows,
  readingOf: (row: number, column: number) => CellReadingContext,
): Sheet | null {
  let rowCount = 0;
  let columnCount = 0;
  // Visits only existing indices: one cell in the last row is not a million steps.
  for (const key of Object.keys(rows)) {
    const index = Number(key);
    const columns = filledWidth(rows[index]);
    if (columns === 0) continue;
    if (index >= MOST_ROWS || columns > MOST_COLUMNS) return null;
    rowCount = Math.max(rowCount, index + 1);
    columnCount = Math.max(columnCount, columns);
  }
  const cell = (row: number, column: number): Cell => {
    const raw = rows[row - 1]?.[column];
    return isFilled(raw) ? cellOfSheetJs(raw, readingOf(row, column)) : BLANK;
  };
  return { ...facts, rowCount, columnCount, width: (row) => filledWidth(rows[row - 1]), cell };
}

function filledWidth(row: RawRows[number]): number {
  if (row === undefined) return 0;
  let width = 0;
  for (const key of Object.keys(row)) {
    const column = Number(key);
    if (column >= width && isFilled(row[column])) width = column + 1;
  }
  return width;
}
