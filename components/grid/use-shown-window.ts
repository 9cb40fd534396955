import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ReviewedRow } from '../../lib/review/terms/reviewed-row';
import type { ReviewModel } from '../../lib/session/review/review-model';
import { heightOf, ROW_HEIGHT } from './row-height';
import { useVirtualRows } from './use-virtual-rows';

const HEAD_HEIGHT = 30;
/** Rows that stay in view for so long were looked at; scrolling past is no look. */
const LOOK_MS = 800;
const NONE: ReadonlySet<number> = new Set();
/** Rows are asked for in whole pages, so that scrolling by one row asks for nothing. */
const PAGE = 60;

/**
 * Asks the worker for the rows that are in view. Gives how many there are in all, the ones to draw,
 * and each row by its place; undefined for one that is not here (yet). `isNarrow` decides heights.
 */
export function useShownWindow(
  review: ReviewModel,
  scroller: RefObject<HTMLDivElement | null>,
  isNarrow: boolean,
) {
  const window = review.window.value;
  const total = window === null ? 0 : window.total;
  const rowAt = (index: number): ReviewedRow | undefined =>
    window === null ? undefined : window.rows[index - window.from];
  const heightAt = (index: number) => {
    const row = rowAt(index);
    return row === undefined ? null : heightOf(row, isNarrow);
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
  const inView = seenRows(virtual.inView, rowAt);
  useEffect(() => {
    if (inView === '') return undefined;
    const looked = setTimeout(() => void review.markViewed(inView.split(' ').map(Number)), LOOK_MS);
    return () => clearTimeout(looked);
  }, [review, inView]);
  return { isHere: window !== null, total, virtual, rowAt, viewed: window?.viewed ?? NONE };
}

/** The numbers of the rows in view, as a text that changes when they do. */
function seenRows(
  inView: { readonly startIndex: number; readonly endIndex: number } | null,
  rowAt: (index: number) => ReviewedRow | undefined,
): string {
  if (inView === null) return '';
  const numbers: number[] = [];
  for (let index = inView.startIndex; index <= inView.endIndex; index += 1) {
    const row = rowAt(index);
    if (row?.included === true) numbers.push(row.row);
  }
  return numbers.join(' ');
}
