import { int32At } from '../../element-at';
import { ALARMS_AND_WARNINGS, ERRORS } from '../terms/finding-codes';
import type { Review, ReviewView } from '../cross-row/review';
import { placesShown } from './review-window';

/**
 * The position of the next row behind `after` (-1: from the start) that has an error or a warning
 * (an alarm is one too), among those that a view shows; from the end it goes on at the start. Null
 * when there is none.
 */
export function nextWith(
  review: Review,
  view: ReviewView,
  severity: 'error' | 'warning',
  after: number,
): number | null {
  const places = placesShown(review, view);
  const wanted = severity === 'error' ? ERRORS : ALARMS_AND_WARNINGS;
  for (let step = 1; step <= places.length; step += 1) {
    const at = (after + step + places.length) % places.length;
    if (review.crossRow.codes.hasAny(int32At(places, at), wanted)) return at;
  }
  return null;
}
