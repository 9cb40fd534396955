import type { RunId } from '../../journal/entry';

/**
 * Notifies those who wait for a change of a run. A version is counted, so that no change between
 * reading and waiting is missed.
 */
export interface RunUpdates {
  notify(run: RunId): void;
  version(run: RunId): number;
  /** Resolves at the first change after a version, or when aborted. */
  next(run: RunId, version: number, signal: AbortSignal): Promise<void>;
}

export function createRunUpdates(): RunUpdates {
  const versions = new Map<RunId, number>();
  const waiting = new Map<RunId, Set<() => void>>();
  return {
    notify(run) {
      versions.set(run, (versions.get(run) ?? 0) + 1);
      const wakers = waiting.get(run) ?? [];
      waiting.delete(run);
      for (const wake of wakers) wake();
    },
    version: (run) => versions.get(run) ?? 0,
    next(run, version, signal) {
      if (signal.aborted || (versions.get(run) ?? 0) !== version) return Promise.resolve();
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
