import type { Day } from '../../credential/day';

/**
 * One cell. `text` is always what the admin sees in the spreadsheet program; the typed value stands beside it where
 * the file has one. Nothing is interpreted here: a cell is read when its column has an attribute.
 */
export type Cell =
  | { readonly kind: 'blank' }
  /**
   * `typed`: by the admin in the review, in the place of what the sheet says. `half`: of two columns that are read as one
   * (assign/edit/joined-columns.ts), the other is blank in this row.
   */
  | { readonly kind: 'text'; readonly text: string; readonly typed?: true; readonly half?: true }
  /**
   * `damaged`: the file holds fewer digits than the id had (1.23E+15, more than 15 digits). `since1904`: the days of its
   * workbook are counted from 1904, those of a column that lost the format of a date too.
   */
  | {
      readonly kind: 'number';
      readonly text: string;
      readonly value: number;
      readonly damaged: boolean;
      readonly since1904?: true;
    }
  /** A cell that the file itself says is a date. `timeOfDay` when it has one, which is dropped. */
  | { readonly kind: 'day'; readonly text: string; readonly day: Day; readonly timeOfDay: boolean }
  | { readonly kind: 'flag'; readonly text: string; readonly value: boolean }
  /** A formula error such as #REF! or #N/A. */
  | { readonly kind: 'error'; readonly text: string };

/** A formula without a stored value (read as blank) and the like: what is to be said of a sheet. */
export interface SheetNote {
  readonly code:
    | 'formula-without-value'
    | 'merged-cells'
    | 'hidden-rows'
    | 'hidden-columns'
    | 'filtered-rows'
    | 'wide-rows';
  readonly count: number;
}

/**
 * One sheet as it was read. Rows are numbered from 1 as the spreadsheet program does, columns from 0. The cells stay in
 * the reader's own form until they are asked for, so that 100,000 rows are not 100,000 objects.
 */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** The last row and the number of columns that hold anything, never the range that the file claims. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly notes: readonly SheetNote[];
  /** How many columns of a row there are up to its last cell that holds anything: 0 for a blank row or one outside. */
  width(row: number): number;
  /**
   * How many cells a row was written with, also those that hold nothing. Only text has such a number: a workbook knows where
   * each cell is, a text only which came before it.
   */
  readonly fieldCount?: (row: number) => number;
  /** The cell; blank outside the sheet. */
  cell(row: number, column: number): Cell;
}

export type FileFormat =
  'xlsx' | 'xlsb' | 'xls' | 'ods' | 'fods' | 'csv' | 'html' | 'xml-2003' | 'numbers' | 'sylk' | 'dif' | 'dbf';

/** How text was understood; both can be changed by the admin. */
export interface TextReading {
  /** A WHATWG label, e.g. "utf-8", "windows-1252", "utf-16le". */
  readonly encoding: string;
  /** One character; it is found among `,`, `;`, tab and `|`, or stated by the file. */
  readonly delimiter: string;
}

/** How text was understood by itself. */
export interface FoundReading extends TextReading {
  /** Nothing in the file says the encoding, and it is not Unicode: it was guessed from the letters, or is the usual one. */
  readonly guessed: boolean;
}

/** A file, read. */
export interface Workbook {
  readonly format: FileFormat;
  /** Which reader read it. */
  readonly via: 'text' | 'sheetjs' | 'own';
  readonly sheets: readonly Sheet[];
  /** Set when the file is text. */
  readonly text: FoundReading | null;
}

/** Why a file cannot be used. Every code is a sentence of its own that says what to do. */
export type SheetProblem =
  | { readonly code: 'file-empty' }
  | { readonly code: 'file-too-large'; readonly megabytes: number; readonly limitMegabytes: number }
  | {
      readonly code: 'too-many-cells';
      /** Null for a file that has no sheets. */
      readonly sheet: string | null;
      readonly cells: number;
      readonly limit: number;
    }
  | { readonly code: 'file-encrypted' }
  | { readonly code: 'file-damaged'; readonly detail: string }
  /** Text in which a quote could close more than one cell or none: `column` from 0. */
  | { readonly code: 'quotes-unclear'; readonly row: number; readonly column: number }
  | { readonly code: 'not-a-spreadsheet'; readonly looksLike: string | null }
  | { readonly code: 'text-undecodable'; readonly encoding: string }
  | { readonly code: 'sheet-empty'; readonly sheet: string }
  | { readonly code: 'no-rows-below-header'; readonly sheet: string; readonly headerRow: number };

/** The text that the admin sees in a cell; "" for a blank one. */
export function textOf(cell: Cell): string {
  return cell.kind === 'blank' ? '' : cell.text;
}

/** Whether it is one of two cells that are read as one, and the other is blank. */
export function isPartOfJoin(cell: Cell): boolean {
  return cell.kind === 'text' && cell.half === true;
}
