import type { MatchedRow, RowRule } from '../terms/matched-row';
import { changeOf, NOTHING, warningAt } from '../terms/matched-row';
import { isRenewal } from './renewal';

/**
 * The expiry moves to a later day, or away altogether. On plans that count by year such a move costs a credit when it
 * leaves the billing year of issue (docs/platform.md, Credits). No answer of the platform tells when that year ends, and it is
 * seldom December: every move to a later day may leave it, and the credit is said as "at most". An expired credential is a
 * renewal instead, and its credit is counted once.
 */
export function movesOutsideYear(row: MatchedRow): boolean {
  const change = changeOf(row, 'expiry-date');
  if (!change || typeof change.before !== 'string' || isRenewal(row)) return false;
  return change.after === null || change.after > change.before;
}

export const expiryOutsideYear: RowRule = (row) =>
  movesOutsideYear(row) ? [warningAt(row.row, 'expiry-outside-year', 'expiry-date', { count: 1 })] : NOTHING;
