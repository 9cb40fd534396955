import { RESULT_HEADERS } from '../assign/guess/result-headers';
import type { Cell, Sheet, Workbook } from '../sheet/cells/sheet';

/*
 * A cell of a CSV that begins like a formula is one to Excel, whatever is quoted. The guard is the apostrophe that OWASP
 * recommends ("CSV Injection"): Excel shows it in front of the text. It is taken off again where the file is dropped. Text that
 * has apostrophes there by itself gets one more, so that taking one off gives the very same back.
 *
 * By what is such a file known? Not by its bytes: Excel and LibreOffice save it anew without quotes, with other delimiters, as
 * a workbook. Nor by all of its cells having the guard: what the admin has corrected in it has none. Nor by the headers alone:
 * the XLSX of the same run has them, and apostrophes of its own are its own. So the last header that we add gets the guard
 * too, which it does not need: it goes wherever the guards go, and a program that takes them off takes it off as well.
 */

/** What a formula begins with; the wide ones are read so by programs set to Chinese, Japanese or Korean. */
const DANGEROUS = /^'*[=+\-@\t\r\n＝＋－＠]/;
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** The header of the last column that results add, with its guard. */
const MARKS: ReadonlySet<string> = new Set(RESULT_HEADERS.map(({ link }) => `'${link}`));
/** The header is the first row of a file of ours; somebody may have put some lines above it. */
const LOOKED_AT_ROWS = 10;

/** The text of a cell such that no spreadsheet program takes it for a formula. */
export function guarded(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** Rows whose first one, the header, says that they will be guarded. */
export function markedAsGuarded(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.map((row, at) =>
    at === 0 ? row.map((cell) => (MARKS.has(`'${cell}`) ? `'${cell}` : cell)) : row,
  );
}

/** A file as it was before its cells were guarded; the same where they were not. */
export function withoutGuards(workbook: Workbook): Workbook {
  return { ...workbook, sheets: workbook.sheets.map(unguardedSheet) };
}

/** One sheet likewise; its first rows are enough. */
export function unguardedSheet(sheet: Sheet): Sheet {
  const header = markedRow(sheet);
  if (header === null) return sheet;
  return {
    ...sheet,
    cell(row, column) {
      const cell = sheet.cell(row, column);
      return isGuarded(cell) || (row === header && isMark(cell))
        ? { kind: 'text', text: cell.text.slice(1) }
        : cell;
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

function isGuarded(cell: Cell): cell is Text {
  return cell.kind === 'text' && GUARDED.test(cell.text);
}
