import type { SureMemory } from './sure-memory';

/**
 * The storage of the platform's limit in use, which outlives the background. It holds moments and
 * nothing else.
 */
export type PaceMemory = SureMemory<readonly number[]>;

/**
 * The least time between two writes, and the most requests that may have begun since the last one.
 */
const SAVE_MS = 500;
const UNSAVED = 20;

/**
 * Keeps the moments at which requests ended, so that a background that is started again does not
 * begin with the whole limit when the earlier one has just used it up. At worst, a failed write
 * costs a limit answer: no request waits for it or fails by it.
 */
export function createPaceKeeper(memory: PaceMemory | undefined, now: () => number) {
  let savedAt = Number.NEGATIVE_INFINITY;
  return {
    /**
     * Restores the ends of requests that still count, in their order. Ends in the future, of a
     * clock set back, do not.
     */
    async restore(windowMs: number): Promise<readonly number[]> {
      const kept = await memory?.load();
      if (!Array.isArray(kept)) return [];
      const isRecent = (at: unknown) => typeof at === 'number' && at <= now() && at + windowMs > now();
      const recent = (kept as unknown[]).filter(isRecent) as number[];
      const last = recent.at(-1);
      if (last === undefined) return [];
      return [...recent, ...Array<number>(UNSAVED).fill(Math.min(now(), last + SAVE_MS))];
    },
    /** Saves the ends of the requests that count. Those in flight end now at the earliest. */
    note(ended: readonly number[], inFlight: number): void {
      // By either sign: a clock that was set back must not end the saving until it has caught up.
      if (memory === undefined || Math.abs(now() - savedAt) < SAVE_MS) return;
      savedAt = now();
      void memory.save([...ended, ...Array<number>(inFlight).fill(now())]);
    },
  };
}
