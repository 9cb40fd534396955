import type { ResultFormat } from '../lib/report/csv';
import type { WrittenRows } from '../lib/sheet/cells/written-cell';
import type { SheetJsWriter } from '../lib/sheet/sheetjs/sheetjs';
import type { ReviewParts } from './review-parts';

/**
 * Writes rows as a file of a format, a workbook unless another is said; a CSV divided by
 * `delimiter` where that is usual.
 */
export function resultFileMaker(
  loadSheetJs: () => Promise<{ readonly write: SheetJsWriter }>,
  loadReview: () => Pick<ReviewParts, 'csvOf'>,
) {
  return async (
    rows: WrittenRows,
    format: ResultFormat = 'xlsx',
    delimiter?: string,
  ): Promise<ArrayBuffer> =>
    format === 'csv' ? loadReview().csvOf(rows, delimiter) : (await loadSheetJs()).write(rows);
}
