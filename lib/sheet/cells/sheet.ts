import type { Day } from '../../credential/day';

/**
 * One cell. `text` is what the admin sees in the spreadsheet program. The typed value is beside it
 * where the file has one. Nothing is interpreted: a cell is read when its column has an attribute.
 */
export type Cell =
  | { readonly kind: 'blank' }
  /**
   * `typed`: the admin typed it in the review, in place of the sheet's value. `half`: the cell
   * joins two columns (assign/edit/joined-columns.ts), and the other one is blank in this row.
   * `exact`: no sheet has it. It is a value of the platform, which is taken sign by sign.
   */
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly typed?: true;
      readonly half?: true;
      readonly exact?: true;
    }
  /**
   * `damaged`: the file has fewer digits than the id had (1.23E+15, more than 15 digits).
   * `since1904`: the workbook counts days from 1904, also in a column that lost its date format.
   */
  | {
      readonly kind: 'number';
      readonly text: string;
      readonly value: number;
      readonly damaged: boolean;
      readonly since1904?: true;
    }
  /** A cell that the file types as a date. `timeOfDay` is true when a time was dropped. */
  | { readonly kind: 'day'; readonly text: string; readonly day: Day; readonly timeOfDay: boolean }
  | { readonly kind: 'flag'; readonly text: string; readonly value: boolean }
  /** A formula error such as #REF! or #N/A. */
  | { readonly kind: 'error'; readonly text: string };

/** Note about a sheet, such as formulas without a stored value, which are read as blank. */
export interface SheetNote {
  readonly code:
    | 'formula-without-value'
    | 'merged-cells'
    | 'hidden-rows'
    | 'hidden-columns'
    | 'filtered-rows'
    | 'wide-rows'
    | 'divided-lines';
  readonly count: number;
}

/**
 * One sheet of a file. Rows are numbered from 1 as in the spreadsheet program, columns from 0.
 * Cells stay in the reader's own form until they are asked for, so that 100,000 rows are not
 * 100,000 objects.
 */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /**
   * Last row and number of columns that hold anything. The range that the file claims is ignored.
   */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly notes: readonly SheetNote[];
  /** Number of columns up to the last filled cell of a row. 0 for a blank row and outside. */
  width(row: number): number;
  /**
   * Number of fields that a row was written with, empty ones included. Only delimited text has it:
   * a workbook knows the place of each cell, a text only the order.
   */
  readonly fieldCount?: (row: number) => number;
  /** Cell at a place; blank outside the sheet. */
  cell(row: number, column: number): Cell;
}

/** Formats that are written in characters. */
export type TextFormat = 'csv' | 'html' | 'xml-2003' | 'fods' | 'sylk' | 'dif';

/** Formats of bytes. */
export type BinaryFormat = 'xlsx' | 'xlsb' | 'xls' | 'ods' | 'numbers' | 'dbf';

export type FileFormat = TextFormat | BinaryFormat;

/** Encoding and delimiter of a text. The admin can change both. */
export interface TextReading {
  /** WHATWG label, such as "utf-8", "windows-1252", "utf-16le". */
  readonly encoding: string;
  /** One character: comma, semicolon, tab or pipe, or another one that the file states. */
  readonly delimiter: string;
}

/**
 * How the encoding was found: by a byte order mark, as valid Unicode, or guessed from the letters.
 */
export type EncodingReason = 'mark' | 'unicode' | 'letters' | 'chosen';

/**
 * How the delimiter was found: stated by a line `sep=;`, by how it divides the rows, or none
 * divides them ("single").
 */
export type DelimiterReason = 'stated' | 'regular' | 'single' | 'chosen';

/** An encoding to choose, with a few fields of the file as they read in it. */
export interface EncodingChoice {
  readonly encoding: string;
  readonly names: readonly string[];
}

/** Encoding and delimiter as they were detected, with the reasons. */
export interface FoundReading {
  /** Null for a workbook, which states it. Its delimiter is that of lines in a single column. */
  readonly encoding: string | null;
  readonly delimiter: string;
  readonly encodingReason: EncodingReason;
  /**
   * Encodings between which the letters do not decide, with the one that was taken; else none.
   */
  readonly encodingChoices: readonly EncodingChoice[];
  readonly delimiterReason: DelimiterReason;
}

/**
 * A file that was read. `via` is its reader. `text` tells how text was read: delimited text, and a
 * workbook with lines of such in a single column.
 */
export interface Workbook {
  readonly format: FileFormat;
  readonly via: 'text' | 'sheetjs' | 'own';
  readonly sheets: readonly Sheet[];
  readonly text: FoundReading | null;
}

/** Reason why a file cannot be used. Each code has its own sentence that says what to do. */
export type SheetProblem =
  | { readonly code: 'file-empty' }
  | {
      readonly code: 'file-too-large';
      /**
       * `file`: megabytes of the file. `unpacked`: megabytes of all its parts. `part`: megabytes of
       * one. `text`: megabytes that its cells show. `ratio`: times that it is packed. `parts`,
       * `sheets`: how many there are.
       */
      readonly what: 'file' | 'unpacked' | 'part' | 'text' | 'ratio' | 'parts' | 'sheets';
      readonly amount: number;
      readonly limit: number;
    }
  | {
      readonly code: 'too-many-cells';
      /** Null for a file that has no sheets. */
      readonly sheet: string | null;
      readonly cells: number;
      readonly limit: number;
    }
  | { readonly code: 'file-encrypted' }
  /** A sensitivity label or rights management of Microsoft locks it for everybody else. */
  | { readonly code: 'file-labelled' }
  /** The note beside an open file that says who has it open. */
  | { readonly code: 'lock-file' }
  | { readonly code: 'zip-of-several'; readonly files: number }
  | { readonly code: 'file-damaged'; readonly detail: string }
  /** A quote could close several fields, or none. `column` counts from 0. */
  | { readonly code: 'quotes-unclear'; readonly row: number; readonly column: number }
  | { readonly code: 'not-a-spreadsheet'; readonly looksLike: string | null }
  | {
      readonly code: 'text-undecodable';
      readonly encoding: string;
      /** Encodings in which it could be read, the likeliest first. */
      readonly choices: readonly EncodingChoice[];
    }
  | { readonly code: 'sheet-empty'; readonly sheet: string }
  /** Each column is a person, and the headers stand one below the other. */
  | { readonly code: 'sheet-on-its-side'; readonly sheet: string; readonly people: number }
  | { readonly code: 'no-rows-below-header'; readonly sheet: string; readonly headerRow: number };

/** Text that the admin sees in a cell; "" for a blank one. */
export function textOf(cell: Cell): string {
  return cell.kind === 'blank' ? '' : cell.text;
}

/** Tells whether the cell joins two columns of which the other is blank. */
export function isPartOfJoin(cell: Cell): boolean {
  return cell.kind === 'text' && cell.half === true;
}
