import * as XLSX from 'sheetjs-ce';
import { readWorkbook } from '../../../../lib/sheet/read-workbook';
import type { Sheet, Workbook } from '../../../../lib/sheet/cells/sheet';
import { LAZY_PARTS } from '../lazy-parts';

/** Reads bytes with the real reader; a Problem fails the test. */
export async function readBook(bytes: Uint8Array): Promise<Workbook> {
  const result = await readWorkbook(bytes, LAZY_PARTS);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** First sheet of a file. */
export async function readFirstSheet(bytes: Uint8Array): Promise<Sheet> {
  const { sheets } = await readBook(bytes);
  return sheets[0]!;
}

/** File with one column of these cells (A1, A2, ...), written by SheetJS. */
export function columnOfCells(
  cells: readonly XLSX.CellObject[],
  bookType: XLSX.BookType,
  date1904 = false,
): Uint8Array {
  const sheet: XLSX.WorkSheet = { '!ref': `A1:A${cells.length}` };
  cells.forEach((cell, index) => {
    sheet[`A${index + 1}`] = cell;
  });
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, 'Sheet1');
  book.Workbook = { WBProps: { date1904 } };
  return new Uint8Array(XLSX.write(book, { bookType, type: 'array' }) as ArrayBuffer);
}

/**
 * XLSX with this XML as its only sheet (the inside of `worksheet`); SheetJS writes the other parts.
 */
export function xlsxOfSheetXml(inside: string): Uint8Array {
  const written = columnOfCells([{ t: 's', v: 'x' }], 'xlsx');
  const cfb = XLSX.CFB as {
    read(bytes: Uint8Array, options: object): { FullPaths: string[] };
    write(container: object, options: object): ArrayLike<number>;
    utils: { cfb_add(container: object, path: string, content: Uint8Array): void };
  };
  const container = cfb.read(written, { type: 'array' });
  const xml = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${inside}</worksheet>`;
  cfb.utils.cfb_add(container, '/xl/worksheets/sheet1.xml', new TextEncoder().encode(xml));
  return Uint8Array.from(cfb.write(container, { fileType: 'zip', type: 'array' }));
}
