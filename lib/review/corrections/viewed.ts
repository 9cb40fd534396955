import { uint8At } from '../../element-at';
import { NO_CORRECTION, type Corrections } from './corrections';
import type { Review } from '../cross-row/review';
import { placeOfRow } from '../match/row-place';
import { isIncluded } from '../view/tally';

/** A review with the corrections that it was made with. */
interface Corrected {
  readonly review: Review;
  readonly corrections: Corrections;
}

/**
 * Rows that were looked at (their numbers) and ask for the same in a later review of the sheet: the
 * same credential, the same outcome of each cell, and the same corrected texts. The others are to
 * be looked at again. None where another column or another sheet is reviewed.
 */
export function stillViewed(
  viewed: ReadonlySet<number>,
  before: Corrected,
  after: Corrected,
): ReadonlySet<number> {
  const [from, to] = [before.review.frame, after.review.frame];
  const isSameSheet = from.input.table.rows === to.input.table.rows;
  if (!isSameSheet || from.attributes.join() !== to.attributes.join()) return new Set();
  const { length: width } = to.attributes;
  const textsOf = ({ corrections }: Corrected, row: number) =>
    (corrections.rows.get(row) ?? NO_CORRECTION).edits;
  const isSame = (row: number) => {
    if (textsOf(before, row) !== textsOf(after, row)) return false;
    const place = placeOfRow(to.input.table.rows, row);
    const [old, now] = [before.review.rows, after.review.rows];
    if (old.position[place] !== now.position[place]) return false;
    for (let at = place * width; at < (place + 1) * width; at += 1)
      if (uint8At(old.outcomes, at) !== uint8At(now.outcomes, at)) return false;
    return true;
  };
  return new Set([...viewed].filter(isSame));
}

/** How many of the rows that are sent were looked at. */
export function countViewed(review: Review, viewed: ReadonlySet<number>): number {
  const { rows } = review.frame.input.table;
  let count = 0;
  for (const row of viewed) if (isIncluded(review, placeOfRow(rows, row))) count += 1;
  return count;
}
