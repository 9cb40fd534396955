import { matchingText } from '../cells/matching-text';
import { textOf, type Sheet } from '../cells/sheet';
import { NO_HEADER_ROW } from './table';

/**
 * Finds the rows of a text with more fields than the header row, and how many more. Example:
 * `5001,Smith, John,A` under three headers -> 1 more. A delimiter within an unquoted value has
 * shifted the values behind it into the next column, where they would be taken for another
 * attribute.
 *
 * Without a header row, the most frequent number of fields is the measure. Blank fields at the end
 * do not count. A workbook has no such rows: a cell beside the table shifts nothing.
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

/** Most frequent number, the greatest of several; 0 of none. */
function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return Math.max(0, ...[...counts].filter(([, count]) => count === most).map(([number]) => number));
}
