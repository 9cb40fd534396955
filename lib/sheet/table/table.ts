import type { Cell, SheetNote } from '../cells/sheet';

/** A column of a Table. */
export interface Column {
  /** Position in the sheet, from 0; 2 is column C. */
  readonly index: number;
  /** The spreadsheet program's name of it, "C". */
  readonly letter: string;
  /**
   * The header as written (trimmed), "Column C" when empty, " (2)" added when the same header came before. In a table
   * without a header row it is the letter.
   */
  readonly header: string;
}

/** How the header row was found, told to the admin in a few words. */
export type HeaderReason = 'first-row' | 'below-title' | 'no-header' | 'chosen';

/** The number of a header row that there is not: all rows are data. */
export const NO_HEADER_ROW = 0;

/** Rows below the header (or of a sheet without one) that are not data, with why. */
export interface ExcludedRows {
  readonly reason: 'blank' | 'repeated-header' | 'total';
  readonly rows: readonly number[];
}

/** A sheet with its header row known: columns by name, rows of data. */
export interface Table {
  readonly sheetName: string;
  /** Its number; `NO_HEADER_ROW` when there is none. */
  readonly headerRow: number;
  readonly headerReason: HeaderReason;
  readonly columns: readonly Column[];
  /** Row numbers of the data rows, as the spreadsheet program numbers them, ascending. */
  readonly rows: readonly number[];
  readonly excluded: readonly ExcludedRows[];
  readonly notes: readonly SheetNote[];
  /** Data rows that hold more cells than the header row was written with (wide-rows.ts), with how many more. */
  readonly wideRows: ReadonlyMap<number, number>;
  /** The cell of a row (its number) in a column (its `index`). */
  cell(row: number, column: number): Cell;
}
