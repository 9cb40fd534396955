import type { Decision } from './decision';
import type { ReviewWindow } from '../cross-row/review';

/**
 * A window as it will be once a decision is carried out, as far as that is plain: rows that are left out or taken in. So
 * that a box that was clicked does not jump back until the worker has answered.
 */
export function withChoice(window: ReviewWindow, decision: Decision): ReviewWindow {
  if (decision.kind !== 'exclude') return window;
  const rows = new Set(decision.rows);
  const { excluded } = decision;
  return {
    ...window,
    rows: window.rows.map((row) =>
      rows.has(row.row) ? { ...row, excluded, included: row.status === 'update' && !excluded } : row,
    ),
  };
}

/** A window with the rows of an earlier one of the same review where it has them: the same objects, not only alike. */
export function withKnownRows(window: ReviewWindow, earlier: ReviewWindow | null): ReviewWindow {
  if (earlier === null) return window;
  const known = new Map(earlier.rows.map((row) => [row.row, row]));
  return { ...window, rows: window.rows.map((row) => known.get(row.row) ?? row) };
}
