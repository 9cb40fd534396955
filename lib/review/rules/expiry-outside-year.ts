import type { RowInHand, RowRule } from '../row-in-hand';
import { changeOf, NOTHING, warningAt } from '../row-in-hand';
import { isRenewal } from './renewal';

/**
 * The expiry moves to a later year, or away altogether. On plans that count by year such a move costs a credit when it
 * leaves the billing year of issue (platform.md, Rules of the product). No answer of the platform tells when that year
 * begins, so every move into a later calendar year counts, and the credit is said as "at most". An expired credential
 * is a renewal instead, and its credit is counted once.
 */
export function movesOutsideYear(row: RowInHand): boolean {
  const change = changeOf(row, 'expiry-date');
  if (!change || typeof change.before !== 'string' || isRenewal(row)) return false;
  return change.after === null || String(change.after).slice(0, 4) > change.before.slice(0, 4);
}

export const expiryOutsideYear: RowRule = (row) =>
  movesOutsideYear(row) ? [warningAt(row.row, 'expiry-outside-year', 'expiry-date', { count: 1 })] : NOTHING;
