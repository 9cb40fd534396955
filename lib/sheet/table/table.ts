import type { Cell, SheetNote } from '../cells/sheet';

/** A column of a table. */
export interface Column {
  /** Position in the sheet, from 0: 2 is column C. */
  readonly index: number;
  /** Letter in the spreadsheet program, "C". */
  readonly letter: string;
  /**
   * Header as written (trimmed). "Column C" when it is empty, " (2)" behind a repeated one, the
   * letter in a table without a header row.
   */
  readonly header: string;
}

/** How the header row was found, for the admin. */
export type HeaderReason = 'first-row' | 'below-title' | 'below-block' | 'no-header' | 'chosen';

/** Row number that says that there is no header row: all rows are data. */
export const NO_HEADER_ROW = 0;

/** Rows that are no data, with the reason. */
export interface ExcludedRows {
  readonly reason: 'blank' | 'repeated-header' | 'total' | 'another-list';
  readonly rows: readonly number[];
}

/** A sheet with a known header row: named columns and rows of data. */
export interface Table {
  readonly sheetName: string;
  /** Row number; `NO_HEADER_ROW` without one. */
  readonly headerRow: number;
  readonly headerReason: HeaderReason;
  readonly columns: readonly Column[];
  /** Row numbers of the data rows as in the spreadsheet program, ascending. */
  readonly rows: readonly number[];
  readonly excluded: readonly ExcludedRows[];
  readonly notes: readonly SheetNote[];
  /**
   * Data rows with more fields than the header row, and how many more (rows-wider-than-header.ts).
   */
  readonly wideRows: ReadonlyMap<number, number>;
  /** Cell of a row (by number) in a column (by `index`). */
  cell(row: number, column: number): Cell;
}
