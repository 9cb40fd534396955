import { warningAt } from '../terms/finding-at';
import { changeOf, NOTHING, type MatchedRow, type RowRule } from '../terms/matched-row';

/**
 * Whether an expired credential may become valid again: it expired before today or does so today,
 * and its new expiry is today or later, or none. The platform takes 1 credit for the renewal of an
 * expired one (docs/platform.md, Credits).
 *
 * It is not known whether a credential counts as expired on its last day, nor whether it is renewed
 * by clearing its expiry. "At most" counts both; so it also holds for a review before midnight
 * whose run comes after it.
 *
 * Today 2026-06-15: expired 2026-06-15, new expiry 2027-06-15: may renew. Expired 2026-06-16: does
 * not.
 */
export function isRenewal(row: MatchedRow): boolean {
  const change = changeOf(row, 'expiry-date');
  if (!change || row.match.kind !== 'one') return false;
  const { expiredOn } = row.match.credential;
  const { today } = row.context;
  return expiredOn !== null && expiredOn <= today && (change.after === null || change.after >= today);
}

/** Whether a row renews beyond doubt: its credit is counted as spent, and not only as possible. */
export function surelyRenews(row: MatchedRow): boolean {
  const after = changeOf(row, 'expiry-date')?.after; // most rows do not change it
  if (row.match.kind !== 'one' || typeof after !== 'string') return false;
  const { expiredOn } = row.match.credential;
  const { today } = row.context;
  return expiredOn !== null && expiredOn < today && after > today;
}

export const renewal: RowRule = (row) =>
  isRenewal(row) ? [warningAt(row.row, 'renewal', 'expiry-date', null)] : NOTHING;
