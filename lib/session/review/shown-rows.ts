import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import { withChoice, withKnownRows } from '../../review/corrections/shown-window';
import type { ReviewView, ReviewWindow } from '../../review/cross-row/review';
import { ignoreWorkerEnd, type SheetClient } from '../../rpc/client/sheet-client';
import type { Decision } from '../../rpc/contract/sheet-contract';
import { createLatest } from '../state/latest';
import type { ReviewPhase } from './review-model';

/** Rows that are asked for at first, before the grid has said how many it shows. */
const FIRST_ROWS = 60;

/** The rows of a review that are seen. The worker has all of them. */
export function createShownRows(
  sheet: SheetClient,
  phase: ReadonlySignal<ReviewPhase>,
  view: () => ReviewView,
) {
  /** The last answer, and the review that it is of. */
  const answered = signal<{ readonly window: ReviewWindow; readonly of: ReviewPhase } | null>(null);
  /**
   * Decisions that the worker has not carried out yet: an optimistic update shows them as if it
   * had.
   */
  const pending = signal<readonly Decision[]>([]);
  const place = signal({ from: 0, count: FIRST_ROWS });
  const latest = createLatest();

  const refresh = async () => {
    const of = phase.peek();
    // The grid may still ask while its review is dropped.
    if (of.kind !== 'ready') return;
    await latest.run(async (turn) => {
      const { from, count } = place.peek();
      const window = await turn.held(sheet.call('window', of.state.review, view(), from, count));
      // In the same review a row that was seen before is the same: the grid need not draw it again.
      const last = answered.peek();
      const isSame = last !== null && of === last.of && of === phase.peek();
      answered.value = { window: isSame ? withKnownRows(window, last.window) : window, of };
    });
  };
  const refreshSoon = () => void ignoreWorkerEnd(refresh());

  return {
    window: computed(() => answered.value && pending.value.reduce(withChoice, answered.value.window)),
    /** The last answer, without what is pending. */
    answered: () => answered.peek()?.window ?? null,
    refresh,
    refreshSoon,
    /** Begins at the first row again. */
    toTop: () => void (place.value = { from: 0, count: place.peek().count }),
    showRows(from: number, count: number) {
      const before = place.peek();
      if (from === before.from && count === before.count) return;
      place.value = { from, count };
      refreshSoon();
    },
    /** Shows a decision from now until its work is done. */
    async during(decision: Decision, work: Promise<void>): Promise<void> {
      pending.value = [...pending.peek(), decision];
      try {
        await work;
      } finally {
        pending.value = pending.peek().filter((other) => other !== decision);
      }
    },
    clear() {
      latest.outdate();
      answered.value = null;
      place.value = { from: 0, count: place.peek().count };
    },
  };
}

export type ShownRows = ReturnType<typeof createShownRows>;
