import { warningAt } from '../terms/finding-at';
import { changeOf, NOTHING, type MatchedRow, type RowRule } from '../terms/matched-row';
import { isRenewal } from './renewal';

/**
 * Whether the expiry moves to a later day, or is cleared. On plans that count by year such a move
 * costs a credit when it leaves the billing year of issue (docs/platform.md, Credits). No answer of
 * the platform tells when that year ends, and it is seldom December. So every move to a later day
 * may leave it, and the credit is counted as "at most". An expired credential is a renewal instead,
 * whose credit is counted once.
 *
 * 2027-01-31 -> 2027-02-28: may cost a credit. 2027-01-31 -> 2026-12-31: costs none.
 */
export function movesOutsideYear(row: MatchedRow): boolean {
  const change = changeOf(row, 'expiry-date');
  if (!change || typeof change.before !== 'string' || isRenewal(row)) return false;
  return change.after === null || change.after > change.before;
}

export const expiryOutsideYear: RowRule = (row) =>
  movesOutsideYear(row) ? [warningAt(row.row, 'expiry-outside-year', 'expiry-date', null)] : NOTHING;
