import { csvOf, type ResultFormat } from '../lib/report/csv';
import type { SheetJsWriter } from '../lib/sheet/sheetjs/sheetjs';

/**
 * Writes rows as a file of a format, a workbook unless another is said; a CSV divided by
 * `delimiter` where that is usual.
 */
export function resultFileMaker(loadSheetJs: () => Promise<{ readonly write: SheetJsWriter }>) {
  return async (
    rows: readonly (readonly string[])[],
    format: ResultFormat = 'xlsx',
    delimiter?: string,
  ): Promise<ArrayBuffer> => (format === 'csv' ? csvOf(rows, delimiter) : (await loadSheetJs()).write(rows));
}
