import { failed, ok, type Result } from '../../result';
import { beginsAnotherList } from './another-list';
import { exclusionReason } from './excluded-row';
import { matchingText } from '../cells/matching-text';
import { textOf, type Sheet, type SheetProblem } from '../cells/sheet';
import { letteredColumns, tableColumns } from './table-columns';
import { NO_HEADER_ROW, type HeaderReason, type ExcludedRows, type Table } from './table';
import { findRowsWiderThanHeader } from './rows-wider-than-header';

/**
 * Makes a table of a sheet with a known header row. Blank rows, repeated headers (a printed list
 * has one per page) and total rows are excluded and listed. Without a header row (`NO_HEADER_ROW`)
 * all rows are data, and columns are named by letter. Fails when the sheet is empty, or nothing is
 * below the header.
 */
export function makeTable(
  sheet: Sheet,
  header: { readonly row: number; readonly reason: HeaderReason },
): Result<Table, SheetProblem> {
  if (sheet.rowCount === 0) return failed({ code: 'sheet-empty', sheet: sheet.name });
  const headers = header.row === NO_HEADER_ROW ? null : headerTexts(sheet, header.row);
  const { rows, excluded, filledColumns } = sortRows(sheet, header.row, headers?.map(matchingText) ?? null); // without a header row
  if (rows.length === 0) {
    return failed({ code: 'no-rows-below-header', sheet: sheet.name, headerRow: header.row });
  }
  const wideRows = findRowsWiderThanHeader(sheet, header.row, rows);
  return ok({
    sheetName: sheet.name,
    headerRow: header.row,
    headerReason: header.reason,
    columns:
      headers === null
        ? letteredColumns([...filledColumns].sort((one, other) => one - other))
        : tableColumns(headers, (column) => filledColumns.has(column)),
    rows,
    excluded,
    notes: wideRows.size === 0 ? sheet.notes : [...sheet.notes, { code: 'wide-rows', count: wideRows.size }],
    wideRows,
    cell: (row, column) => sheet.cell(row, column),
  });
}

/**
 * Texts of a row up to its last cell. A sheet may have 16,384 columns, and most rows a dozen cells.
 */
function rowTexts(sheet: Sheet, row: number): readonly string[] {
  return Array.from({ length: sheet.width(row) }, (_, column) => textOf(sheet.cell(row, column)));
}

/** Texts of all columns of a row. */
function headerTexts(sheet: Sheet, row: number): readonly string[] {
  return Array.from({ length: sheet.columnCount }, (_, column) => textOf(sheet.cell(row, column)));
}

/** Sorts the rows below the header into data and excluded ones, in one pass. */
function sortRows(
  sheet: Sheet,
  headerRow: number,
  headers: readonly string[] | null,
): { rows: readonly number[]; excluded: readonly ExcludedRows[]; filledColumns: ReadonlySet<number> } {
  const rows: number[] = [];
  const left = new Map<ExcludedRows['reason'], number[]>();
  const filledColumns = new Set<number>();
  let before: ExcludedRows['reason'] | null = null;
  for (let row = headerRow + 1; row <= sheet.rowCount; row += 1) {
    const texts = rowTexts(sheet, row);
    let reason = exclusionReason(texts, headers, sheet.columnCount);
    const isOther: boolean =
      before === 'another-list' ||
      (before === 'blank' && headers !== null && beginsAnotherList(sheet, row, headers));
    // All below it is of the other list, until a row repeats the header.
    if (isOther && reason !== 'repeated-header') reason = 'another-list';
    before = reason;
    if (reason !== null) {
      const listed = left.get(reason);
      if (listed === undefined) left.set(reason, [row]);
      else listed.push(row);
      continue;
    }
    rows.push(row);
    if (filledColumns.size === sheet.columnCount) continue;
    texts.forEach((text, column) => {
      if (matchingText(text) !== '') filledColumns.add(column);
    });
  }
  return { rows, excluded: [...left].map(([reason, listed]) => ({ reason, rows: listed })), filledColumns };
}
