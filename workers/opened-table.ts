import type { ColumnFacts } from '../lib/assign/facts/describe-columns';
import type { TableId } from '../lib/rpc/contract/held';
import type { OpenedTable } from '../lib/rpc/contract/sheet-contract';
import { textOf, type Sheet } from '../lib/sheet/cells/sheet';
import type { Table } from '../lib/sheet/table/table';

/** Rows and columns of the preview in Upload. */
const PREVIEW_ROWS = 20;
const PREVIEW_COLUMNS = 40;

/** Describes a table for Upload and Assign: its columns with samples, never its rows. */
export function openedTable(
  id: TableId,
  table: Table,
  columns: readonly ColumnFacts[],
  sheet: number,
  preview: OpenedTable['preview'],
): OpenedTable {
  const { sheetName, headerRow, headerReason, excluded, notes } = table;
  return {
    id,
    sheet,
    sheetName,
    headerRow,
    headerReason,
    rows: table.rows.length,
    columns,
    excluded,
    notes,
    preview,
  };
}

/** The first rows of a sheet as shown, and its header row if that is further down. */
export function previewOf(sheet: Sheet, headerRow: number): OpenedTable['preview'] {
  const rows = Array.from({ length: Math.min(PREVIEW_ROWS, sheet.rowCount) }, (_, index) => index + 1);
  if (headerRow > PREVIEW_ROWS) rows.push(headerRow);
  const width = Math.min(PREVIEW_COLUMNS, sheet.columnCount);
  return rows.map((row) => ({
    row,
    cells: Array.from({ length: width }, (_, column) => textOf(sheet.cell(row, column))),
  }));
}
