import type { RunId } from '../../journal/entry';
import type { Journal } from '../../journal/journal';
import type { Sleep } from '../../platform/sleep';
import { attentionOf, type Attention } from './attention';
import { wakeEveryMs } from './next-wake';

const ATTENTION_MS = 1_000;

/** Told what is to be seen of the runs, and how often to wake the background for them; null: not at all. */
export type OnAttention = (attention: Attention, wakeEveryMs: number | null) => void;

/** Says what is to be seen of the runs each time it is called; what changes within a second is said together. */
export function tellAttention(options: {
  readonly journal: Journal;
  readonly sleep: Sleep;
  readonly now: () => number;
  readonly isStuck: (run: RunId) => boolean;
  readonly onAttention?: OnAttention;
  readonly onFault: (error: unknown) => void;
}): () => void {
  const { journal, sleep, now, isStuck, onAttention, onFault } = options;
  let isLooking = false;
  let isUnsaid = false;
  return () => {
    isUnsaid = true;
    if (isLooking || onAttention === undefined) return;
    isLooking = true;
    const look = async () => {
      while (isUnsaid) {
        isUnsaid = false;
        const runs = await journal.listRuns();
        onAttention(attentionOf(runs, isStuck), wakeEveryMs(runs, now()));
        await sleep(ATTENTION_MS);
      }
    };
    look()
      .catch(onFault)
      .finally(() => {
        isLooking = false;
      });
  };
}
