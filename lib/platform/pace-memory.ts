/** Where the use of the platform's limit is kept beyond the life of the background: moments, and nothing else. */
export interface PaceMemory {
  load(): Promise<unknown>;
  save(ended: readonly number[]): Promise<void>;
}

/** How often it is written, and how many requests may have begun since it was. */
const SAVE_MS = 500;
const UNSAVED = 20;

/**
 * Keeps when requests ended, so that a background that is started anew does not begin with the whole limit when the one before
 * it has just used it up. What cannot be kept costs a limit answer at most, so no request waits for it or fails with it.
 */
export function createPaceKeeper(memory: PaceMemory | undefined, now: () => number) {
  let savedAt = Number.NEGATIVE_INFINITY;
  return {
    /** The ends of requests that may still count, in their order; those of a clock that was set back do not. */
    async recall(windowMs: number): Promise<readonly number[]> {
      const kept = await memory?.load().catch(() => null);
      if (!Array.isArray(kept)) return [];
      const isRecent = (at: unknown) => typeof at === 'number' && at <= now() && at + windowMs > now();
      const recent = (kept as unknown[]).filter(isRecent) as number[];
      const last = recent.at(-1);
      if (last === undefined) return [];
      return [...recent, ...Array<number>(UNSAVED).fill(Math.min(now(), last + SAVE_MS))];
    },
    /** `ended`: of the requests that count; `inFlight`: those that are under way, which end now at the earliest. */
    note(ended: readonly number[], inFlight: number): void {
      if (memory === undefined || now() - savedAt < SAVE_MS) return;
      savedAt = now();
      memory.save([...ended, ...Array<number>(inFlight).fill(now())]).catch(() => undefined);
    },
  };
}
