import * as XLSX from 'sheetjs-ce';
import { sheetText } from '../../fakes/sheet-text';

/** A cell: a Date is a day in UTC, shown as day/month/year. */
export type Cell = string | number | Date;

/** A workbook of one sheet. `rows`: objects with the same keys, which are the headers. */
export function workbook(sheetName: string, rows: readonly Readonly<Record<string, Cell>>[]): Uint8Array {
  const sheet = XLSX.utils.json_to_sheet([...rows], { cellDates: true, dateNF: 'dd/mm/yyyy', UTC: true });
  sheet['!cols'] = Object.keys(rows[0] ?? {}).map((header) => ({ wch: Math.max(14, header.length + 2) }));
  const book = XLSX.utils.book_new(sheet, sheetName);
  const written = XLSX.write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer;
  return new Uint8Array(written);
}

/** A CSV file in UTF-8. */
export function textFile(rows: readonly (readonly string[])[]): Uint8Array {
  return new TextEncoder().encode(`${sheetText(rows)}\r\n`);
}
