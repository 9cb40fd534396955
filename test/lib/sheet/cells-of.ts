import type { Cell, Sheet } from '../../../lib/sheet/cells/sheet';
import { textOf } from '../../../lib/sheet/cells/sheet';
import { recordsOf } from '../../../lib/sheet/cells/records';
import { sheetOfRecords } from '../../../lib/sheet/text/text-sheet';

/** Shown texts of all rows of a sheet. */
export function textsOf(sheet: Sheet): readonly (readonly string[])[] {
  return rowsOf(sheet).map((row) => row.map(textOf));
}

/** All cells of a sheet by row. */
export function rowsOf(sheet: Sheet): readonly (readonly Cell[])[] {
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: sheet.columnCount }, (_, column) => sheet.cell(row + 1, column)),
  );
}

/** Sheet of these rows, as a text file gives it. */
export function sheetOf(...rows: readonly (readonly string[])[]): Sheet {
  return sheetOfRecords('Sheet1', recordsOf(rows));
}
