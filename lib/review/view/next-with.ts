import { ERROR_BITS } from '../terms/finding-codes';
import type { Review, ReviewView } from '../cross-row/review';
import { placesShown } from './review-window';

/**
 * The position of the next row behind `after` (-1: from the start) that has an error or a warning (an alarm is one too),
 * among those that a view shows; from the end it goes on at the start. Null when there is none.
 */
export function nextWith(
  review: Review,
  view: ReviewView,
  severity: 'error' | 'warning',
  after: number,
): number | null {
  const { rows, crossRow } = review;
  const places = placesShown(review, view);
  const wanted = severity === 'error' ? ERROR_BITS : ~ERROR_BITS;
  for (let step = 1; step <= places.length; step += 1) {
    const at = (after + step + places.length) % places.length;
    const place = places[at] ?? 0;
    const codes = (rows.codes[place] ?? 0) | (crossRow.codes[place] ?? 0);
    if ((codes & wanted) !== 0) return at;
  }
  return null;
}
