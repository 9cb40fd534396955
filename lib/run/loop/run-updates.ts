import type { RunId } from '../../journal/entry';

/** Who waits for news of a run. A count of changes, so that one between looking and waiting is not missed. */
export interface RunUpdates {
  notify(run: RunId): void;
  version(run: RunId): number;
  /** Resolves at the first change after `count`, or when aborted. */
  next(run: RunId, count: number, signal: AbortSignal): Promise<void>;
}

export function createRunUpdates(): RunUpdates {
  const counts = new Map<RunId, number>();
  const waiting = new Map<RunId, Set<() => void>>();
  return {
    notify(run) {
      counts.set(run, (counts.get(run) ?? 0) + 1);
      const wakers = waiting.get(run) ?? [];
      waiting.delete(run);
      for (const wake of wakers) wake();
    },
    version: (run) => counts.get(run) ?? 0,
    next(run, count, signal) {
      if (signal.aborted || (counts.get(run) ?? 0) !== count) return Promise.resolve();
      return new Promise((resolve) => {
        const wakers = waiting.get(run) ?? new Set();
        waiting.set(run, wakers);
        const wake = () => {
          wakers.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        wakers.add(wake);
        signal.addEventListener('abort', wake, { once: true });
      });
    },
  };
}
