import type { Decision } from './decision';
import type { ReviewWindow } from '../cross-row/review';

/**
 * Optimistic update of a window: rows are excluded or included before the worker has answered, so
 * that a box that was clicked does not jump back. Other decisions leave the window as it is.
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

/**
 * A window that reuses the row objects of an earlier window of the same review, so that they are
 * not drawn again.
 */
export function withKnownRows(window: ReviewWindow, earlier: ReviewWindow | null): ReviewWindow {
  if (earlier === null) return window;
  const known = new Map(earlier.rows.map((row) => [row.row, row]));
  return { ...window, rows: window.rows.map((row) => known.get(row.row) ?? row) };
}
