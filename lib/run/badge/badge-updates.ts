import type { RunId } from '../../journal/entry';
import type { Journal } from '../../journal/journal';
import type { Sleep } from '../../platform/sleep';
import { badgeOf, type Badge } from './badge';
import { wakeEveryMs } from './next-wake';

const COALESCE_MS = 1_000;

/**
 * Called with what the badge shows, and how often to wake the background for the runs; null: not at
 * all.
 */
export type OnBadge = (badge: Badge, wakeEveryMs: number | null) => void;

/**
 * Gives a function that brings the badge up to date. Calls within a second are coalesced into one
 * update.
 */
export function createBadgeUpdates(options: {
  readonly journal: Journal;
  readonly sleep: Sleep;
  readonly now: () => number;
  readonly isStuck: (run: RunId) => boolean;
  readonly onBadge?: OnBadge;
  readonly onFault: (error: unknown) => void;
}): () => void {
  const { journal, sleep, now, isStuck, onBadge, onFault } = options;
  let isUpdating = false;
  let isDirty = false;
  return () => {
    isDirty = true;
    if (isUpdating || onBadge === undefined) return;
    isUpdating = true;
    const update = async () => {
      try {
        while (isDirty) {
          isDirty = false;
          const runs = await journal.listRuns();
          onBadge(badgeOf(runs, isStuck), wakeEveryMs(runs, now()));
          await sleep(COALESCE_MS);
        }
      } finally {
        // At once with the last look at `isDirty`: a call in between would be lost.
        isUpdating = false;
      }
    };
    update().catch(onFault);
  };
}
