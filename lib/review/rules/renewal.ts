import type { RowInHand, RowRule } from '../row-in-hand';
import { changeOf, NOTHING, warningAt } from '../row-in-hand';

/**
 * An expired credential becomes valid again: it expired before today, and its new expiry is today or later, or none.
 * The platform takes 1 credit for it (platform.md, Rules of the product).
 */
export function isRenewal(row: RowInHand): boolean {
  const change = changeOf(row, 'expiry-date');
  if (!change || row.match.kind !== 'one') return false;
  const { expiredOn } = row.match.credential;
  const { today } = row.surroundings;
  return expiredOn !== null && expiredOn < today && (change.after === null || change.after >= today);
}

export const renewal: RowRule = (row) =>
  isRenewal(row) ? [warningAt(row.row, 'renewal', 'expiry-date', { count: 1 })] : NOTHING;
