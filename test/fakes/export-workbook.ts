import * as XLSX from 'sheetjs-ce';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import type { ShownState } from '../platform/state/shown-state';
import { exportRows, type ExportCell } from './export-sheet';

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

type WorkbookCell = XLSX.CellObject | ExportCell;

/** Days become dates of the workbook, shown by this number format; all else stays what it is. */
function typed(cell: ExportCell, format: string): WorkbookCell {
  const day = typeof cell === 'string' ? DAY.exec(cell) : null;
  if (day === null) return cell;
  const serial = Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])) / 86_400_000 + 25_569;
  return { t: 'n', v: serial, z: format };
}

/** Forms that programs give the cells of an export. */
export const EXPORT_KINDS: readonly {
  readonly kind: string;
  readonly of: (cell: ExportCell) => WorkbookCell;
}[] = [
  { kind: 'typed cells, ISO dates', of: (cell) => typed(cell, 'yyyy-mm-dd') },
  { kind: 'typed cells, American dates', of: (cell) => typed(cell, 'm/d/yy') },
  // As a program has it that knows only text.
  { kind: 'text only', of: (cell) => (cell === null ? null : String(cell)) },
];

/** The main group with all its attributes and present values, as a workbook. */
export function exportWorkbook(
  state: ShownState,
  format: XLSX.BookType,
  of: (cell: ExportCell) => WorkbookCell,
): Uint8Array {
  const sheet = XLSX.utils.aoa_to_sheet(exportRows(state, MAIN_GROUP).map((row) => row.map(of)));
  const book = XLSX.utils.book_new(sheet, 'Export');
  return XLSX.write(book, { bookType: format, type: 'buffer' }) as Uint8Array;
}
