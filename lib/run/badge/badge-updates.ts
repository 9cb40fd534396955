import type { RunId } from '../../journal/entry';
import type { Journal } from '../../journal/journal';
import type { Sleep } from '../../platform/sleep';
import { badgeOf, type Badge } from './badge';
import { wakeEveryMs } from './next-wake';

const COALESCE_MS = 1_000;

/** Told what is to be seen of the runs, and how often to wake the background for them; null: not at all. */
export type OnBadge = (attention: Badge, wakeEveryMs: number | null) => void;

/** Says what is to be seen of the runs each time it is called; what changes within a second is said together. */
export function createBadgeUpdates(options: {
  readonly journal: Journal;
  readonly sleep: Sleep;
  readonly now: () => number;
  readonly isStuck: (run: RunId) => boolean;
  readonly onBadge?: OnBadge;
  readonly onFault: (error: unknown) => void;
}): () => void {
  const { journal, sleep, now, isStuck, onBadge, onFault } = options;
  let isLooking = false;
  let isUnsaid = false;
  return () => {
    isUnsaid = true;
    if (isLooking || onBadge === undefined) return;
    isLooking = true;
    const look = async () => {
      while (isUnsaid) {
        isUnsaid = false;
        const runs = await journal.listRuns();
        onBadge(badgeOf(runs, isStuck), wakeEveryMs(runs, now()));
        await sleep(COALESCE_MS);
      }
    };
    look()
      .catch(onFault)
      .finally(() => {
        isLooking = false;
      });
  };
}
