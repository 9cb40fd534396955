import { findHeaderRow } from './header-row';
import { isHeaderWord } from './header-words';
import { matchingText } from '../cells/matching-text';
import { textOf, type Sheet } from '../cells/sheet';
import { NO_HEADER_ROW } from './table';

const SAMPLE_ROWS = 30;
const MOST_SHEETS = 50;
/** Lines of a cover. A list without a header word may be longer. */
const MOST_LINES = 15;

/**
 * Index of the sheet that is opened first: the first visible one that is filled and no cover, else
 * the first visible one that is filled, else 0.
 */
export function listSheet(sheets: readonly Sheet[]): number {
  const isFilled = (sheet: Sheet) => !sheet.hidden && sheet.rowCount > 0;
  const first = sheets.findIndex(isFilled);
  const list = sheets.slice(0, MOST_SHEETS).findIndex((sheet) => isFilled(sheet) && !isCover(sheet, sheets));
  return Math.max(0, list === -1 ? first : list);
}

/**
 * Tells whether a sheet is about the workbook: text in one column, a few lines of two cells ("Made
 * by | Eve"), both without a header, or the names of the other sheets, as the summary of an export
 * from Numbers has them.
 */
function isCover(sheet: Sheet, sheets: readonly Sheet[]): boolean {
  const { row } = findHeaderRow(sheet);
  if (row === NO_HEADER_ROW) return false;
  if (namesSheets(sheet, row, sheets)) return true;
  if (textsOfRow(sheet, row).some(isHeaderWord)) return false;
  const rows = Array.from({ length: Math.min(sheet.rowCount, SAMPLE_ROWS) }, (_, at) =>
    textsOfRow(sheet, at + 1),
  );
  const width = Math.max(...rows.map((texts) => texts.filter((text) => text !== '').length));
  return width <= 1 || (width === 2 && sheet.rowCount <= MOST_LINES);
}

/** Tells whether a sheet lists most of the others by their names. */
function namesSheets(sheet: Sheet, header: number, sheets: readonly Sheet[]): boolean {
  const others = new Set(sheets.filter((other) => other !== sheet).map(({ name }) => matchingText(name)));
  const named = new Set<string>();
  for (let row = header + 1; row <= Math.min(sheet.rowCount, header + SAMPLE_ROWS); row += 1) {
    for (const text of textsOfRow(sheet, row)) if (others.has(text)) named.add(text);
  }
  return others.size > 0 && named.size * 2 >= Math.min(others.size, SAMPLE_ROWS);
}

function textsOfRow(sheet: Sheet, row: number): readonly string[] {
  return Array.from({ length: sheet.width(row) }, (_, column) =>
    matchingText(textOf(sheet.cell(row, column))),
  );
}
