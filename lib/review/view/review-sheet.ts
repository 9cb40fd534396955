import { judgeCrossRow } from '../cross-row/judge-cross-row';
import { areFew, differingPlaces, nothingJudged, type Previous } from '../cross-row/previous';
import type { Review } from '../cross-row/review';
import { judgeSingleRow } from '../single-row/judge-single-row';
import { reviewFrame } from '../single-row/review-frame';
import { makeRowColumns } from '../single-row/row-columns';
import { withRows } from '../single-row/with-rows';
import type { ReviewInput } from '../group/review-input';
import { carryTally } from './tally';

/**
 * Matches every row of a sheet to a credential, compares it field by field and judges it
 * (docs/product.md 2.4). Pure: the same input gives the same review. Linear in rows plus
 * credentials.
 */
export function reviewSheet(input: ReviewInput): Review {
  const frame = reviewFrame(input);
  const { length: width } = frame.attributes;
  const { length: size } = input.table.rows;
  const rows = makeRowColumns(size, width);
  for (let index = 0; index < size; index += 1) judgeSingleRow(frame, rows, index, index);
  return { frame, rows, crossRow: judgeCrossRow(frame, rows, nothingJudged(rows, width)) };
}

/**
 * A review after some rows were judged again, and the places of all rows whose verdict differs from
 * the one before.
 */
export interface ReviewedAgain {
  readonly review: Review;
  readonly differing: readonly number[];
}

/**
 * The review of an input that differs from that of `before` only in the rows at these places (their
 * cells, the chosen credential, what is excluded in them). It is the one that `reviewSheet` gives,
 * but only those rows are compared again, and the verdicts about several rows are judged again
 * where they touch them.
 */
export function reviewAgain(before: Review, input: ReviewInput, edited: readonly number[]): ReviewedAgain {
  const frame = reviewFrame(input);
  const { length: width } = frame.attributes;
  const places = [...new Set(edited)].sort((a, b) => a - b);
  const judged = makeRowColumns(places.length, width, before.rows);
  for (const [at, index] of places.entries()) judgeSingleRow(frame, judged, index, at);
  const rows = withRows(before.rows, judged, places, width);
  const previous: Previous = { rows: before.rows, crossRow: before.crossRow, places };
  const isFew = areFew(places, rows.status.length);
  const crossRow = judgeCrossRow(frame, rows, isFew ? previous : nothingJudged(rows, width));
  const review = { frame, rows, crossRow };
  const differing = differingPlaces(previous, crossRow);
  if (isFew) carryTally(before, review, differing);
  return { review, differing };
}
