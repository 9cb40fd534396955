import { assertNever } from '../../assert-never';
import { bitOf } from '../terms/finding-codes';
import { KEPT } from '../diff/cosmetic-bits';
import type { Review, ReviewFilter } from '../cross-row/review';
import { CLEARED, ERROR, EXCLUDED, NOT_MATCHED, UNCHANGED, UPDATE } from '../single-row/row-columns';
import { countedCodes } from './tally';

/** Tells of the row at a place whether it passes a filter. */
export function passesFilter(review: Review, filter: ReviewFilter): (place: number) => boolean {
  const { frame, rows, crossRow } = review;
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
      return (place) => crossRow.status[place] === UPDATE || crossRow.status[place] === UNCHANGED;
    case 'errors':
      return (place) =>
        crossRow.isExcluded[place] === 0 &&
        (crossRow.status[place] === ERROR || crossRow.status[place] === NOT_MATCHED);
    case 'attribute': {
      const at = frame.placeOf.get(filter.attribute);
      return (place) => at !== undefined && rows.outcomes[place * width + at] !== 0;
    }
    case 'cleared':
      return (place) => hasOutcome(place, CLEARED);
    case 'excluded':
      return (place) => crossRow.isExcluded[place] === 1 || hasOutcome(place, EXCLUDED);
    case 'kept':
      return (place) => ((rows.cosmetic[place] ?? 0) & KEPT) !== 0;
    case 'finding': {
      const bit = bitOf(filter.code);
      return (place) => (countedCodes(review, place) & bit) !== 0;
    }
    default:
      return assertNever(filter);
  }
}
