import { guarded, markedAsGuarded } from './guarded-text';

/** The files that results are given as. */
export const RESULT_FORMATS = ['xlsx', 'csv'] as const;
export type ResultFormat = (typeof RESULT_FORMATS)[number];

const BYTE_ORDER_MARK = '\uFEFF';

/** What spreadsheet programs divide a text file by of themselves, each in some of its languages. */
const DELIMITERS = [',', ';', '\t'];

/**
 * A result as a CSV that can be dropped again: its header says that its cells are guarded (`guarded-text.ts`).
 * `sheetDelimiter`: what the admin's own sheet was divided by, which is what the Excel that made it opens in columns (a German
 * one takes semicolons and no commas). Commas where it is none of the usual, or not known.
 */
export function csvOf(rows: readonly (readonly string[])[], sheetDelimiter: string = ','): ArrayBuffer {
  const delimiter = DELIMITERS.includes(sheetDelimiter) ? sheetDelimiter : ',';
  return new TextEncoder().encode(csvText(markedAsGuarded(rows), delimiter)).buffer;
}

/**
 * Rows of text as a CSV: UTF-8 with a byte order mark, because Excel takes it for the computer's own code page without one;
 * RFC 4180, with every field quoted. No cell of it becomes a formula in a spreadsheet program.
 */
export function csvText(rows: readonly (readonly string[])[], delimiter = ','): string {
  const lines = rows.map((row) =>
    row.map((cell) => `"${guarded(cell).replaceAll('"', '""')}"`).join(delimiter),
  );
  return BYTE_ORDER_MARK + lines.map((line) => `${line}\r\n`).join('');
}
