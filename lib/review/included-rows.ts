import type { Decisions, JudgedRow, Review } from './review';

/** Decisions before anybody decided anything. */
export const NO_DECISIONS: Decisions = {
  leftOut: new Set(),
  skipErrors: false,
  confirmed: new Set(),
  overruled: new Set(),
};

/** Whether the admin left the row's credential out. A row without one cannot be left out, only skipped as an error. */
export function isLeftOut(row: JudgedRow, decisions: Decisions): boolean {
  return row.credential !== null && decisions.leftOut.has(row.credential);
}

/** Whether the row is sent if the admin goes on now. */
export function isIncluded(row: JudgedRow, decisions: Decisions): boolean {
  return row.change !== null && !isLeftOut(row, decisions);
}

/** The rows that are sent if the admin goes on now, in the order of the sheet. */
export function includedRows(review: Review, decisions: Decisions): readonly JudgedRow[] {
  return review.told.filter((row) => isIncluded(row, decisions));
}
