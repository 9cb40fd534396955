import { judgeSingleRow } from '../single-row/judge-single-row';
import { judgeCrossRow } from '../cross-row/judge-cross-row';
import type { Review } from '../cross-row/review';
import { reviewFrame } from '../single-row/review-frame';
import type { ReviewInput } from '../group/review-input';
import { differingPlaces, movedPlaces, type JudgedBefore } from '../cross-row/judged-before';
import { makeRowColumns, withRows } from '../single-row/row-columns';
import { carryTally } from './tally';

/**
 * Matches every row of a sheet to a credential, compares it field by field and judges it (docs/product.md 2.4). Pure: the
 * same input gives the same review. Linear in rows plus credentials.
 */
export function reviewSheet(input: ReviewInput): Review {
  const frame = reviewFrame(input);
  const { length: size } = input.table.rows;
  const rows = makeRowColumns(size, frame.attributes.length);
  for (let index = 0; index < size; index += 1) judgeSingleRow(frame, rows, index, index);
  return { frame, rows, crossRow: judgeCrossRow(frame, rows, null).crossRow };
}

/** A review after some rows were judged again, and the places of all rows of which anything is not what it was. */
export interface ReviewedAgain {
  readonly review: Review;
  readonly differing: ReadonlySet<number>;
}

/** Share of the rows from which on it is quicker to judge together from scratch. */
const MOST = 0.1;

/**
 * The review of an input that differs from that of `before` only in the rows at these places (their cells, the chosen
 * credential, what is left out in them): the same as `reviewSheet` gives, but only those rows are compared anew, and of
 * what rows say together only what they touch.
 */
export function reviewAgain(before: Review, input: ReviewInput, places: readonly number[]): ReviewedAgain {
  const frame = reviewFrame(input);
  const { length: width } = frame.attributes;
  const judged = makeRowColumns(places.length, width, before.rows);
  for (const [at, index] of places.entries()) judgeSingleRow(frame, judged, index, at);
  const rows = withRows(before.rows, judged, places, width);
  const known: JudgedBefore = { rows: before.rows, crossRow: before.crossRow, places };
  const isFew = places.length <= rows.status.length * MOST;
  const { crossRow, moved } = judgeCrossRow(frame, rows, isFew ? known : null);
  const review = { frame, rows, crossRow };
  const differing = differingPlaces(before.crossRow, crossRow, moved ?? movedPlaces(known, crossRow));
  if (isFew) carryTally(before, review, differing);
  return { review, differing };
}
