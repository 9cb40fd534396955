import { bitOf, FINDING_CODES, WARNING_BITS, type Codes } from '../terms/finding-codes';
import type { FindingCode } from '../terms/finding';
import type { Review } from '../cross-row/review';
import { ERROR, NOT_MATCHED, UPDATE } from '../single-row/row-columns';
import { RowCounts } from './row-counts';
import { isReported } from '../cross-row/cross-row';

const made = new WeakMap<Review, RowCounts>();

/** The rows of a review counted, once for each review. Rows that are left out count nowhere but there. */
export function tallyOf(review: Review): RowCounts {
  const known = made.get(review) ?? count(review);
  made.set(review, known);
  return known;
}

/** Counts the review after another one from that one's counts: only the rows at these places differ. */
export function carryTally(before: Review, after: Review, places: Iterable<number>): void {
  const known = made.get(before);
  if (known === undefined) return; // nobody has asked for it
  const counts = known.copy();
  const lost = new Set<FindingCode>();
  for (const index of places) {
    if (isReportedIn(before, index)) {
      for (const code of counts.firstsAt(index)) lost.add(code);
      counts.add(before, index, roleOf(before, index), -1);
    }
  }
  for (const index of places)
    if (isReportedIn(after, index)) counts.add(after, index, roleOf(after, index), 1);
  for (const code of lost) counts.setFirst(code, firstWith(after, code));
  made.set(after, counts);
}

function count(review: Review): RowCounts {
  const counts = new RowCounts(review.frame.attributes.length);
  for (const index of review.crossRow.reported) counts.add(review, index, roleOf(review, index), 1);
  return counts;
}

function firstWith(review: Review, code: FindingCode): number {
  const bit = bitOf(code);
  for (const index of review.crossRow.reported) if ((countedCodes(review, index) & bit) !== 0) return index;
  return -1;
}

function isReportedIn({ rows, crossRow, frame }: Review, index: number): boolean {
  return isReported(rows, crossRow, frame.attributes.length, index);
}

function roleOf(review: Review, index: number) {
  const isError = isOpenError(review, index);
  return { codes: countedCodes(review, index), isIncluded: isIncluded(review, index), isError };
}

/** The findings of a row that count: none of one that is left out, warnings only of one that is sent. */
export function countedCodes({ rows, crossRow }: Review, index: number): Codes {
  if (crossRow.isExcluded[index] === 1) return 0;
  const codes = (rows.codes[index] ?? 0) | (crossRow.codes[index] ?? 0);
  return crossRow.status[index] === UPDATE ? codes : codes & ~WARNING_BITS;
}

/** Whether a row is sent if the admin goes on now. */
export function isIncluded({ crossRow }: Review, index: number): boolean {
  return crossRow.status[index] === UPDATE && crossRow.isExcluded[index] === 0;
}

/** Whether a row has an error that is in the way: it is not left out. */
export function isOpenError({ crossRow }: Review, index: number): boolean {
  const status = crossRow.status[index];
  return (status === ERROR || status === NOT_MATCHED) && crossRow.isExcluded[index] === 0;
}

/** Kinds of finding that a review has, in the order in which they are told. */
export function codesOf(review: Review): readonly FindingCode[] {
  const tally = tallyOf(review);
  return FINDING_CODES.filter((code) => tally.rowsWith(code) > 0);
}
