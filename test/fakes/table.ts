import type { Day } from '../../lib/credential/day';
import type { Cell } from '../../lib/sheet/cells/sheet';
import type { Column, Table } from '../../lib/sheet/table/table';

/** A cell as a test writes it: text, a number, a flag, null for blank, or a whole cell. */
export type WrittenCell = string | number | boolean | null | Cell;

/**
 * A cell of a written value. "#REF!" and its like are text here, as in a CSV; a formula error is
 * written as a cell.
 */
export function cellOf(written: WrittenCell): Cell {
  if (written === null || written === '') return { kind: 'blank' };
  if (typeof written === 'string') return { kind: 'text', text: written };
  if (typeof written === 'number')
    return { kind: 'number', text: String(written), value: written, damaged: false };
  if (typeof written === 'boolean') return { kind: 'flag', text: written ? 'TRUE' : 'FALSE', value: written };
  return written;
}

/** A cell that the file types as a date, shown as `text`. */
export function dayCell(day: string, text = day): Cell {
  return { kind: 'day', text, day: day as Day, timeOfDay: false };
}

/** A table of these rows below a header in row 1; its data rows are numbered from 2. */
export function tableOf(headers: readonly string[], rows: readonly (readonly WrittenCell[])[]): Table {
  const cells = rows.map((row) => row.map(cellOf));
  const columns = headers.map((header, index): Column => ({
    index,
    letter: String.fromCharCode(65 + index),
    header,
  }));
  return {
    sheetName: 'Sheet1',
    headerRow: 1,
    headerReason: 'first-row',
    columns,
    rows: rows.map((_, index) => index + 2),
    excluded: [],
    notes: [],
    wideRows: new Map(),
    cell: (row, column) => cells[row - 2]?.[column] ?? { kind: 'blank' },
  };
}
