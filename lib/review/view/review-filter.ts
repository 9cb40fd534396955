import { assertNever } from '../../assert-never';
import { uint8At } from '../../element-at';
import { KEPT, MOVED } from '../diff/cosmetic-bits';
import type { Review, ReviewFilter } from '../cross-row/review';
import {
  CLEARED,
  ERROR,
  EXCLUDED,
  NOT_EDITED,
  NOT_MATCHED,
  UNCHANGED,
  UPDATE,
} from '../single-row/row-columns';
import { placesOfShape } from './change-shapes';
import { countedWith } from './tally';

/** Says of the row at a place whether it passes a filter. */
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
      // A row whose changes are all excluded is still one of them: it can be included again.
      return (place) => crossRow.status[place] === UPDATE || crossRow.status[place] === UNCHANGED;
    case 'errors':
      return (place) =>
        crossRow.isExcluded[place] === 0 &&
        (crossRow.status[place] === ERROR || crossRow.status[place] === NOT_MATCHED);
    case 'attribute': {
      const at = frame.placeOf.get(filter.attribute);
      return (place) => {
        const outcome = at === undefined ? 0 : uint8At(rows.outcomes, place * width + at);
        return outcome !== 0 && outcome !== NOT_EDITED;
      };
    }
    case 'cleared':
      return (place) => hasOutcome(place, CLEARED);
    case 'excluded':
      return (place) => crossRow.isExcluded[place] === 1 || hasOutcome(place, EXCLUDED);
    case 'kept':
      return (place) => (uint8At(rows.cosmetic, place) & KEPT) !== 0;
    case 'moved':
      return (place) => (uint8At(rows.cosmetic, place) & MOVED) !== 0;
    case 'finding':
      return countedWith(review, filter.code);
    case 'shape': {
      const places = new Set(placesOfShape(review, filter.code, filter.attribute, filter.key));
      return (place) => places.has(place);
    }
    default:
      return assertNever(filter);
  }
}
