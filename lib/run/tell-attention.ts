import type { Journal } from '../journal/journal';
import type { Sleep } from '../platform/sleep';
import { attentionOf, type Attention } from './attention';

const ATTENTION_MS = 1_000;

/** Says what is to be seen of the runs each time it is called; what changes within a second is said together. */
export function tellAttention(options: {
  readonly journal: Journal;
  readonly sleep: Sleep;
  readonly onAttention?: (attention: Attention) => void;
  readonly onFault: (error: unknown) => void;
}): () => void {
  const { journal, sleep, onAttention, onFault } = options;
  let isLooking = false;
  let isUnsaid = false;
  return () => {
    isUnsaid = true;
    if (isLooking || onAttention === undefined) return;
    isLooking = true;
    const look = async () => {
      while (isUnsaid) {
        isUnsaid = false;
        onAttention(attentionOf(await journal.listRuns()));
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
