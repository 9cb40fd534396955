import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ReviewedRow } from '../../lib/review/terms/reviewed-row';
import type { ReviewModel } from '../../lib/session/review/review-model';
import { useVirtualRows } from './use-virtual-rows';

const ROW_HEIGHT = 50;
const HEAD_HEIGHT = 32;
/** Rows are asked for in whole pages, so that scrolling by one row asks for nothing. */
const PAGE = 60;

/**
 * Asks the worker for the rows that are in view. Gives how many there are in all, the ones to draw,
 * and each row by its place; undefined for one that is not here (yet).
 */
export function useShownWindow(review: ReviewModel, scroller: RefObject<HTMLDivElement | null>) {
  const window = review.window.value;
  const total = window === null ? 0 : window.total;
  const virtual = useVirtualRows(scroller, total, ROW_HEIGHT, HEAD_HEIGHT);
  const first = virtual.items[0]?.index ?? 0;
  const last = virtual.items.at(-1)?.index ?? 0;
  const from = Math.floor(first / PAGE) * PAGE;
  const count = Math.ceil((last + 1 - from) / PAGE) * PAGE;
  useEffect(() => {
    if (total > 0) review.showRows(from, count);
  }, [review, from, count, total]);
  const rowAt = (index: number): ReviewedRow | undefined =>
    window === null ? undefined : window.rows[index - window.from];
  return { isHere: window !== null, total, virtual, rowAt };
}
