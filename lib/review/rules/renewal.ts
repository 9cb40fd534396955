import type { MatchedRow, RowRule } from '../terms/matched-row';
import { changeOf, NOTHING, warningAt } from '../terms/matched-row';

/**
 * An expired credential may become valid again: it expired before today or does so today, and its new expiry is today or
 * later, or none. The platform takes 1 credit for renewing an expired one (docs/platform.md, Credits). Whether one counts as
 * expired on its last day, and whether to take the expiry away is to renew it, nobody knows: "at most" counts both. It
 * also holds for a review before midnight whose run comes after it.
 */
export function isRenewal(row: MatchedRow): boolean {
  const change = changeOf(row, 'expiry-date');
  if (!change || row.match.kind !== 'one') return false;
  const { expiredOn } = row.match.credential;
  const { today } = row.context;
  return expiredOn !== null && expiredOn <= today && (change.after === null || change.after >= today);
}

/** A renewal without any doubt: what was taken for it is counted as spent, and not only as possible. */
export function surelyRenews(row: MatchedRow): boolean {
  const after = changeOf(row, 'expiry-date')?.after; // most rows do not change it
  if (row.match.kind !== 'one' || typeof after !== 'string') return false;
  const { expiredOn } = row.match.credential;
  const { today } = row.context;
  return expiredOn !== null && expiredOn < today && after > today;
}

export const renewal: RowRule = (row) =>
  isRenewal(row) ? [warningAt(row.row, 'renewal', 'expiry-date', { count: 1 })] : NOTHING;
