import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
} from '@tanstack/virtual-core';
import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';

/**
 * Rows to draw, their offsets, and a way to bring one into view. Heights and offsets are CSS
 * pixels.
 */
export interface VirtualRows {
  readonly items: readonly VirtualItem[];
  /** The rows that are in view, without those drawn ahead; null while nothing is. */
  readonly inView: { readonly startIndex: number; readonly endIndex: number } | null;
  readonly height: number;
  show(index: number): void;
}

/**
 * Draws only the rows that are seen, of `count` rows, in the element that scrolls. `heightAt`: the
 * height of a row that is known; others are taken for `rowHeight`. `view` changes with what is
 * shown: heights of another view say nothing.
 */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  paddingStart: number,
  heightAt: (index: number) => number | null,
  view: unknown,
): VirtualRows {
  const version = useSignal(0);
  const virtualizer = useMemo(
    () =>
      new Virtualizer<HTMLElement, HTMLElement>({
        count: 0,
        getScrollElement: () => scroller.current,
        estimateSize: () => rowHeight,
        scrollToFn: elementScroll,
        observeElementRect,
        observeElementOffset,
        onChange: () => (version.value += 1),
      }),
    [scroller, rowHeight, version],
  );
  virtualizer.setOptions({ ...virtualizer.options, count, overscan: 12, scrollPaddingStart: paddingStart });
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, view]);
  useLayoutEffect(() => {
    virtualizer._willUpdate();
    for (const { index, size } of virtualizer.getVirtualItems()) {
      const height = heightAt(index);
      if (height !== null && height !== size) virtualizer.resizeItem(index, height);
    }
  });
  return {
    // Reading the version makes the component draw again when the virtualizer says that something
    // moved.
    items: version.value >= 0 ? virtualizer.getVirtualItems() : [],
    inView: virtualizer.range,
    height: virtualizer.getTotalSize(),
    show: (index) => virtualizer.scrollToIndex(index),
  };
}
