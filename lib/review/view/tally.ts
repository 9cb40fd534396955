import type { Review } from '../cross-row/review';
import { isReported } from '../cross-row/cross-row';
import { ERROR, NOT_MATCHED, UPDATE } from '../single-row/row-columns';
import type { CodeMask } from '../terms/code-list';
import type { FindingCode } from '../terms/finding';
import { ALARMS_AND_ERRORS, ALL_CODES, FINDING_CODES, isWarning, NO_CODES } from '../terms/finding-codes';
import { RowCounts, type RowRole } from './row-counts';

const made = new WeakMap<Review, RowCounts>();

/** The rows of a review counted, once for each review. Excluded rows count nowhere but there. */
export function tallyOf(review: Review): RowCounts {
  const known = made.get(review) ?? count(review);
  made.set(review, known);
  return known;
}

/**
 * Counts the review after another one from that one's counts: only the rows at these places differ.
 */
export function carryTally(before: Review, after: Review, places: readonly number[]): void {
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
  return review.crossRow.reported.find(countedWith(review, code)) ?? -1; // none is left
}

function isReportedIn({ rows, crossRow, frame }: Review, index: number): boolean {
  return isReported(rows, crossRow, frame.attributes.length, index);
}

function roleOf(review: Review, index: number): RowRole {
  return {
    counted: countedMask(review, index),
    isIncluded: isIncluded(review, index),
    isError: isOpenError(review, index),
  };
}

/**
 * The kinds of finding that count in a row: none in one that is excluded, warnings only in one that
 * is sent.
 */
function countedMask({ crossRow }: Review, index: number): CodeMask {
  if (crossRow.isExcluded[index] === 1) return NO_CODES;
  return crossRow.status[index] === UPDATE ? ALL_CODES : ALARMS_AND_ERRORS;
}

/** Says of the row at a place whether it has a finding of a kind that counts. */
export function countedWith({ crossRow }: Review, code: FindingCode): (place: number) => boolean {
  const { codes, isExcluded, status } = crossRow;
  const column = codes.column(code);
  const isOfSent = isWarning(code);
  return (place) => column.has(place) && isExcluded[place] === 0 && (!isOfSent || status[place] === UPDATE);
}

/** Whether a row is sent if the admin goes on now. */
export function isIncluded({ crossRow }: Review, index: number): boolean {
  return crossRow.status[index] === UPDATE && crossRow.isExcluded[index] === 0;
}

/** Whether a row has an error that is in the way: it is not excluded. */
export function isOpenError({ crossRow }: Review, index: number): boolean {
  const status = crossRow.status[index];
  return (status === ERROR || status === NOT_MATCHED) && crossRow.isExcluded[index] === 0;
}

/** Kinds of finding that a review has, in the order in which they are reported. */
export function codesOf(review: Review): readonly FindingCode[] {
  const tally = tallyOf(review);
  return FINDING_CODES.filter((code) => tally.rowsWith(code) > 0);
}
