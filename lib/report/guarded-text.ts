import type { Cell, Sheet, Workbook } from '../sheet/sheet';

/*
 * A cell of a CSV that begins like a formula is one to Excel, whatever is quoted. The guard is the apostrophe that OWASP
 * recommends ("CSV Injection"): Excel shows it in front of the text. It is taken off again where the file is dropped, and only
 * in a file of which it is sure: it begins as ours do (byte order mark, quote), and no cell in it is without the guard that
 * would need one. Text that has apostrophes there by itself gets one more, so that taking one off gives the very same back.
 */

/** What a formula begins with; the wide ones are read so by programs set to Chinese, Japanese or Korean. */
const DANGEROUS = /^'*[=+\-@\t\r\n＝＋－＠]/;
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** The text of a cell such that no spreadsheet program takes it for a formula. */
export function guarded(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** A file as it was before its cells were guarded; the same where they were not. `bytes`: the file. */
export function withoutGuards(workbook: Workbook, bytes: Uint8Array): Workbook {
  if (workbook.format !== 'csv' || !beginsAsOurs(bytes)) return workbook;
  return { ...workbook, sheets: workbook.sheets.map((sheet) => unguardedSheet(sheet)) };
}

/** Its first rows alone, likewise. */
export function firstRowsWithoutGuards(sheet: Sheet, bytes: Uint8Array): Sheet {
  return beginsAsOurs(bytes) ? unguardedSheet(sheet) : sheet;
}

const OUR_BEGINNING = [0xef, 0xbb, 0xbf, 0x22];

function beginsAsOurs(bytes: Uint8Array): boolean {
  return OUR_BEGINNING.every((byte, at) => bytes[at] === byte);
}

function unguardedSheet(sheet: Sheet): Sheet {
  let some = false;
  for (let row = 1; row <= sheet.rowCount; row += 1) {
    for (let column = 0; column < sheet.columnCount; column += 1) {
      const cell = sheet.cell(row, column);
      if (cell.kind !== 'text' || !DANGEROUS.test(cell.text)) continue;
      // A program that does not guard wrote it: its apostrophes are its own.
      if (!GUARDED.test(cell.text)) return sheet;
      some = true;
    }
  }
  return some ? { ...sheet, cell: (row, column) => unguardedCell(sheet.cell(row, column)) } : sheet;
}

function unguardedCell(cell: Cell): Cell {
  return cell.kind === 'text' && GUARDED.test(cell.text) ? { kind: 'text', text: cell.text.slice(1) } : cell;
}
