import type { Finding } from '../terms/finding';
import type { Review } from '../across-rows/review';
import { UNCHANGED } from '../each-row/row-columns';
import { placeOfRow } from '../match/row-place';
import { isIncluded, isOpenError } from '../view/tally';
import { isTold } from '../across-rows/together';
import { toldRows } from '../across-rows/told-rows';

/** Whether a row is sent when a review is confirmed, or why it is not. */
export type RowRole = 'sent' | 'unchanged' | 'left-out' | 'error';

/** Says it of a row (its number), as the summary counts it. A row that says the same as one above it is sent with that one. */
export function rowRoles({ frame, rows, together }: Review): (row: number) => RowRole {
  const { length: width } = frame.attributes;
  const review = { frame, rows, together };
  return (row) => {
    const place = placeOfRow(frame.input.table.rows, row);
    if (isOpenError(review, place)) return 'error';
    if (isIncluded(review, place)) return 'sent';
    const isChange = together.status[place] !== UNCHANGED; // of a row like one above it nothing is told
    return isChange || isTold(rows, together, width, place) ? 'left-out' : 'unchanged';
  };
}

/** A row that is skipped because of its errors. */
export interface SkippedRow {
  readonly row: number;
  readonly errors: readonly Finding[];
}

/** The rows that are skipped because of errors, in the order of the sheet. */
export function skippedRows(review: Review): readonly SkippedRow[] {
  const places = [...review.together.told].filter((place) => isOpenError(review, place));
  return toldRows(review, places).map(({ row, findings }) => ({
    row,
    errors: findings.filter(({ severity }) => severity === 'error'),
  }));
}
