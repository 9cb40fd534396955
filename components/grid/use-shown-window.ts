import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ReviewedRow } from '../../lib/review/terms/reviewed-row';
import type { ReviewModel } from '../../lib/session/review/review-model';
import { heightOf, ROW_HEIGHT } from './row-height';
import { useVirtualRows } from './use-virtual-rows';

const HEAD_HEIGHT = 30;
/** Rows are asked for in whole pages, so that scrolling by one row asks for nothing. */
const PAGE = 60;

/**
 * Asks the worker for the rows that are in view. Gives how many there are in all, the ones to draw,
 * and each row by its place; undefined for one that is not here (yet).
 */
export function useShownWindow(review: ReviewModel, scroller: RefObject<HTMLDivElement | null>) {
  const window = review.window.value;
  const total = window === null ? 0 : window.total;
  const rowAt = (index: number): ReviewedRow | undefined =>
    window === null ? undefined : window.rows[index - window.from];
  const heightAt = (index: number) => {
    const row = rowAt(index);
    return row === undefined ? null : heightOf(row);
  };
  const view = JSON.stringify([review.filter.value, review.search.value, review.sort.value]);
  const virtual = useVirtualRows(scroller, total, ROW_HEIGHT, HEAD_HEIGHT, heightAt, view);
  const first = virtual.items[0]?.index ?? 0;
  const last = virtual.items.at(-1)?.index ?? 0;
  const from = Math.floor(first / PAGE) * PAGE;
  const count = Math.ceil((last + 1 - from) / PAGE) * PAGE;
  useEffect(() => {
    if (total > 0) review.showRows(from, count);
  }, [review, from, count, total]);
  return { isHere: window !== null, total, virtual, rowAt };
}
