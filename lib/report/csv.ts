import { writtenText, type WrittenRows } from '../sheet/cells/written-cell';
import { guarded, markedAsGuarded } from './guarded-text';
import { listSeparator } from './list-separator';

/** The formats of result files. */
export const RESULT_FORMATS = ['xlsx', 'csv'] as const;
export type ResultFormat = (typeof RESULT_FORMATS)[number];

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The delimiters that spreadsheet programs recognise by themselves, each in some of its languages.
 */
const DELIMITERS = [',', ';', '\t'];

/**
 * Writes a result as a CSV that can be dropped again: its header says that its cells are guarded
 * (`guarded-text.ts`). `sheetDelimiter`: the delimiter of the admin's own sheet, which the Excel
 * that made it opens in columns (a German one takes semicolons and no commas). The reader's list
 * separator for an unusual one, and where the sheet was no CSV.
 */
export function csvOf(rows: WrittenRows, sheetDelimiter?: string): ArrayBuffer {
  const usual = DELIMITERS.find((delimiter) => delimiter === sheetDelimiter);
  return new TextEncoder().encode(csvText(markedAsGuarded(rows.map((row) => row.map(writtenText))), usual))
    .buffer;
}

/**
 * Writes rows of text as a CSV (RFC 4180, every field quoted). UTF-8 with a byte order mark:
 * without one, Excel reads the computer's code page. No cell becomes a formula in a spreadsheet
 * program, with whatever delimiter the file is opened. `delimiter`: the reader's list separator
 * unless another is given.
 */
export function csvText(rows: readonly (readonly string[])[], delimiter: string = listSeparator()): string {
  const lines = rows.map((row) =>
    row.map((cell) => `"${guarded(cell).replaceAll('"', '""')}"`).join(delimiter),
  );
  return BYTE_ORDER_MARK + lines.map((line) => `${line}\r\n`).join('');
}
