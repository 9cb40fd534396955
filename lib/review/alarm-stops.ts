import type { FindingCode } from './finding';
import type { Review } from './review';
import { tallyOf } from './tally';

/**
 * Whether an alarm that a review has stops it until it is overruled (product.md 2.4). A shift always does: where a column was
 * moved, the rows around those with errors are wrong as well. People who are swapped do not where none of them is sent, as
 * each has an error.
 */
export function alarmStops(review: Review, code: FindingCode): boolean {
  return code !== 'people-swapped' || tallyOf(review).sentWith(code) > 0;
}
