import { matchingText } from '../cells/matching-text';
import { textOf, type Sheet } from '../cells/sheet';
import { NO_HEADER_ROW } from './table';

/**
 * The rows of a text that hold more cells than its header row was written with, with how many more: in `5001,Smith, John,A`
 * a delimiter within a value that is not in quotes has moved all values behind it into the next column, where they would
 * be taken for those of another attribute. Without a header row the number of cells that most rows have is the measure.
 * None in a workbook, where a cell beside the table moves nothing. What is written blank behind the last column is nothing.
 */
export function findRowsWiderThanHeader(
  sheet: Sheet,
  headerRow: number,
  rows: readonly number[],
): ReadonlyMap<number, number> {
  const wide = new Map<number, number>();
  const { fieldCount } = sheet;
  if (fieldCount === undefined) return wide;
  const measure = headerRow === NO_HEADER_ROW ? mostFrequent(rows.map(fieldCount)) : fieldCount(headerRow);
  for (const row of rows) {
    let width = sheet.width(row);
    while (width > measure && matchingText(textOf(sheet.cell(row, width - 1))) === '') width -= 1;
    if (width > measure) wide.set(row, width - measure);
  }
  return wide;
}

/** The number that is there most often; of several the greatest. 0 of none. */
function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return Math.max(0, ...[...counts].filter(([, count]) => count === most).map(([number]) => number));
}
