import { assertNever } from '../../assert-never';
import { bitOf } from '../terms/finding-codes';
import { KEPT } from '../diff/quiet-bits';
import type { Review, ReviewFilter } from '../across-rows/review';
import { CLEARED, ERROR, LEFT_OUT, NOT_MATCHED, UNCHANGED, UPDATE } from '../each-row/row-columns';
import { countedCodes } from './tally';

/** Tells of the row at a place whether it passes a filter. */
export function passesFilter(review: Review, filter: ReviewFilter): (place: number) => boolean {
  const { frame, rows, together } = review;
  const { length: width } = frame.attributes;
  const hasOutcome = (place: number, wanted: number) => {
    for (let at = place * width; at < (place + 1) * width; at += 1)
      if (rows.outcomes[at] === wanted) return true;
    return false;
  };
  switch (filter.kind) {
    case 'all':
      return () => true;
    case 'changes':
      // A row of which all changes are left out is still one of them: it can be taken in again.
      return (place) => together.status[place] === UPDATE || together.status[place] === UNCHANGED;
    case 'errors':
      return (place) =>
        together.isOut[place] === 0 &&
        (together.status[place] === ERROR || together.status[place] === NOT_MATCHED);
    case 'attribute': {
      const at = frame.placeOf.get(filter.attribute);
      return (place) => at !== undefined && rows.outcomes[place * width + at] !== 0;
    }
    case 'cleared':
      return (place) => hasOutcome(place, CLEARED);
    case 'left-out':
      return (place) => together.isOut[place] === 1 || hasOutcome(place, LEFT_OUT);
    case 'kept':
      return (place) => ((rows.quiet[place] ?? 0) & KEPT) !== 0;
    case 'finding': {
      const bit = bitOf(filter.code);
      return (place) => (countedCodes(review, place) & bit) !== 0;
    }
    default:
      return assertNever(filter);
  }
}
