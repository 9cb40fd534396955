import { matchingText } from '../cells/matching-text';
import { textOf, type Sheet } from '../cells/sheet';
import { findHeaderRow } from './header-row';
import { isHeaderWord } from './header-words';
import { NO_HEADER_ROW } from './table';

const SAMPLE_ROWS = 30;
const MOST_SHEETS = 50;
/** Lines of a cover. What is longer is a list, also without a header word. */
const MOST_LINES = 15;

/**
 * Finds the sheet that is opened first, by its index: the first visible one that is filled and no
 * cover, else the first visible one that is filled, else 0. A short one without any sign of a list
 * gives way to a longer one that surely is one.
 *
 * Example: "Corrections of May", a title page of three lines, and "Sheet 2" with a header "Name,
 * Email" -> 1.
 */
export function listSheet(sheets: readonly Sheet[]): number {
  const isFilled = (sheet: Sheet) => !sheet.hidden && sheet.rowCount > 0;
  const first = sheets.findIndex(isFilled);
  const looked = sheets.slice(0, MOST_SHEETS);
  const list = looked.findIndex((sheet) => isFilled(sheet) && !isCover(sheet, sheets));
  const taken = sheets[list];
  if (taken === undefined) return Math.max(0, first);
  if (taken.rowCount > MOST_LINES || mayBeList(taken)) return list;
  const sure = looked.findIndex(
    (sheet, index) =>
      index > list && isFilled(sheet) && sheet.rowCount > taken.rowCount && isSurelyList(sheet),
  );
  return sure < 0 ? list : sure;
}

/**
 * Tells whether a sheet is about the workbook: text in one column, a few lines of two cells ("Made
 * by | Eve"), or the names of the other sheets, as the summary of an export from Numbers has them.
 */
function isCover(sheet: Sheet, sheets: readonly Sheet[]): boolean {
  const { row } = findHeaderRow(sheet);
  if (row === NO_HEADER_ROW) return false;
  if (namesSheets(sheet, row, sheets)) return true;
  const rows = sampleOf(sheet);
  const width = Math.max(...rows.map((texts) => texts.filter((text) => text !== '').length));
  if (areLabels(rows, width) && sheet.rowCount <= MOST_LINES) return true;
  if (textsOfRow(sheet, row).some(isHeaderWord)) return false;
  return width <= 1 || (width === 2 && sheet.rowCount <= MOST_LINES);
}

/**
 * Tells whether header words stand one below the other with a value beside each ("Course | Safety",
 * "Date | May"). A list has several of them in its header row.
 */
function areLabels(rows: readonly (readonly string[])[], width: number): boolean {
  if (width !== 2) return false;
  const pairs = rows
    .map((texts) => texts.filter((text) => text !== ''))
    .filter((texts) => texts.length === 2)
    .map(([label = '', value = '']) => [isHeaderWord(label), isHeaderWord(value)] as const);
  const labelled = pairs.filter(([isLabel, isAlso]) => isLabel && !isAlso).length;
  return labelled >= 2 && pairs.every(([isLabel, isAlso]) => !(isLabel && isAlso));
}

/** Tells whether a sheet has rows without a header, or a header word. */
function mayBeList(sheet: Sheet): boolean {
  const { row } = findHeaderRow(sheet);
  return row === NO_HEADER_ROW || textsOfRow(sheet, row).some(isHeaderWord);
}

/** Tells whether a sheet has a header of at least two header words, and something below it. */
function isSurelyList(sheet: Sheet): boolean {
  const { row } = findHeaderRow(sheet);
  if (row === NO_HEADER_ROW || row >= sheet.rowCount) return false;
  return textsOfRow(sheet, row).filter(isHeaderWord).length >= 2;
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

function sampleOf(sheet: Sheet): readonly (readonly string[])[] {
  return Array.from({ length: Math.min(sheet.rowCount, SAMPLE_ROWS) }, (_, at) => textsOfRow(sheet, at + 1));
}

function textsOfRow(sheet: Sheet, row: number): readonly string[] {
  return Array.from({ length: sheet.width(row) }, (_, column) =>
    matchingText(textOf(sheet.cell(row, column))),
  );
}
