import type { ErrorFinding } from '../terms/finding';
import type { Review } from '../cross-row/review';
import { UNCHANGED } from '../single-row/row-columns';
import { placeOfRow } from '../match/row-place';
import { isIncluded, isOpenError } from '../view/tally';
import { isReported } from '../cross-row/cross-row';
import { describeRows } from '../cross-row/describe-rows';

/** Whether a row is sent when a review is confirmed, or why it is not. */
export type RowRole = 'sent' | 'unchanged' | 'excluded' | 'error';

/**
 * Gives the role of a row (its number), as the summary counts it. A duplicate row is sent with the
 * row that it repeats.
 */
export function rowRoles({ frame, rows, crossRow }: Review): (row: number) => RowRole {
  const { length: width } = frame.attributes;
  const review = { frame, rows, crossRow };
  return (row) => {
    const place = placeOfRow(frame.input.table.rows, row);
    if (isOpenError(review, place)) return 'error';
    if (isIncluded(review, place)) return 'sent';
    const isChange = crossRow.status[place] !== UNCHANGED; // a duplicate row is not reported
    return isChange || isReported(rows, crossRow, width, place) ? 'excluded' : 'unchanged';
  };
}

/** A row that is skipped because of its errors. */
export interface SkippedRow {
  readonly row: number;
  readonly errors: readonly ErrorFinding[];
}

/** The rows that are skipped because of errors, in the order of the sheet. */
export function skippedRows(review: Review): readonly SkippedRow[] {
  const places = [...review.crossRow.reported].filter((place) => isOpenError(review, place));
  return describeRows(review, places).map(({ row, findings }) => ({
    row,
    errors: findings.filter((finding) => finding.severity === 'error'),
  }));
}
