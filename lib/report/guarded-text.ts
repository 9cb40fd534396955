import { RESULT_HEADERS } from '../assign/guess/result-headers';
import { DOWNLOAD_KEY_HEADERS } from '../assign/guess/template-headers';
import type { Cell, Sheet, Workbook } from '../sheet/cells/sheet';

/*
 * Guards the cells of a CSV. Excel takes a cell that begins like a formula for one, quoted or not.
 * The guard is the apostrophe that OWASP recommends ("CSV Injection"), which Excel shows in front
 * of the text. It is removed when the file is dropped. Text that has an apostrophe there already
 * gets one more, so that removing one gives the same text.
 *
 * A file that is opened with another delimiter than it was written with begins cells within ours:
 * behind each delimiter and line break. So each place where a cell may begin is guarded.
 *
 * Examples: =1+1 -> '=1+1 · '=1+1 -> ''=1+1 · 1+1 -> 1+1 · x;=1+1 -> x;'=1+1 · a, "=1 -> a,' "=1.
 *
 * A guarded file is recognised by its last header, in a download by that of its key, which gets the
 * guard too without needing it. A
 * program that keeps the guards keeps it, and one that removes them removes it. Nothing else would
 * do:
 * - the bytes: Excel and LibreOffice save the file without quotes, with other delimiters, or as a
 *   workbook;
 * - all cells having the guard: cells that the admin corrects have none;
 * - the headers alone: the XLSX of the same run has them, and its apostrophes are its own.
 */

/**
 * Places where a cell may begin, before what would be a formula there. Quotes, spaces and
 * apostrophes may stand in front of its sign, as programs drop some of them. The full-width signs
 * count in programs set to Chinese, Japanese or Korean. At the start of our own cell a tab or a
 * line break counts as well.
 */
const TO_GUARD = /(?<![^,;|\t\r\n])(?=(?:[^\S\t\r\n]|['"])*[=+\-@＝＋－＠])|^(?='*[\t\r\n])/g;
/** The guards at such places. */
const GUARDS = /(?<![^,;|\t\r\n])'(?=(?:[^\S\t\r\n]|['"])*[=+\-@＝＋－＠])|^'(?='*[\t\r\n])/g;

/** The headers by which our files are known, with their guard. */
const MARKS: ReadonlySet<string> = new Set([
  ...RESULT_HEADERS.map(({ link }) => `'${link}`),
  ...DOWNLOAD_KEY_HEADERS.map((header) => `'${header}`),
]);
/**
 * Rows that are searched for the header: it is the first row of our file, and the admin may have
 * added lines above.
 */
const LOOKED_AT_ROWS = 10;

/** Guards a text, so that no spreadsheet program takes it, or a part of it, for a formula. */
export function guarded(text: string): string {
  return text.replace(TO_GUARD, "'");
}

/** Marks the header, the first row, of rows that will be guarded. */
export function markedAsGuarded(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.map((row, at) =>
    at === 0 ? row.map((cell) => (MARKS.has(`'${cell}`) ? `'${cell}` : cell)) : row,
  );
}

/** Removes the guards of a file. One without a marked header stays as it is. */
export function withoutGuards(workbook: Workbook): Workbook {
  return { ...workbook, sheets: workbook.sheets.map(unguardedSheet) };
}

/** Removes the guards of a sheet. Its first rows are enough. */
export function unguardedSheet(sheet: Sheet): Sheet {
  const header = markedRow(sheet);
  if (header === null) return sheet;
  return {
    ...sheet,
    cell(row, column) {
      const cell = sheet.cell(row, column);
      if (row === header && isMark(cell)) return { kind: 'text', text: cell.text.slice(1) };
      const text = cell.kind === 'text' && cell.text.includes("'") ? cell.text.replace(GUARDS, '') : null;
      return text === null ? cell : { kind: 'text', text };
    },
  };
}

function markedRow(sheet: Sheet): number | null {
  for (let row = 1; row <= Math.min(sheet.rowCount, LOOKED_AT_ROWS); row += 1) {
    for (let column = 0; column < sheet.width(row); column += 1) {
      if (isMark(sheet.cell(row, column))) return row;
    }
  }
  return null;
}

type Text = Extract<Cell, { readonly kind: 'text' }>;

function isMark(cell: Cell): cell is Text {
  return cell.kind === 'text' && MARKS.has(cell.text);
}
