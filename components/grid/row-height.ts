import { isWrong, type ReviewedRow } from '../../lib/review/terms/reviewed-row';

/** Heights in CSS pixels. */
export const ROW_HEIGHT = 50;
const WITHOUT_CREDENTIAL = 82;
const WITH_FIXES = 120;
const WITH_FIXES_IF_NARROW = 150;

/**
 * The height of a row in pixels. One with an error has its sentence and its buttons below its
 * cells; one without cells has them beside the recipient, or below in a narrow grid.
 */
export function heightOf(row: Pick<ReviewedRow, 'status' | 'cells'>, isNarrow: boolean): number {
  if (!isWrong(row)) return ROW_HEIGHT;
  if (isNarrow) return WITH_FIXES_IF_NARROW;
  return row.cells.length === 0 ? WITHOUT_CREDENTIAL : WITH_FIXES;
}
