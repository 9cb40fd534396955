import { createPaceKeeper, type PaceMemory } from './pace-memory';
import type { Sleep } from './sleep';

/** The rate limiter of all requests of the background, below the platform's limit. */
export interface Pace {
  /**
   * Waits for a turn, in the order of the calls, and gives the function that ends it. Rejects with
   * the signal's reason.
   */
  turn(signal?: AbortSignal): Promise<() => void>;
  /** After a 429: gives no turn for so long, and then fewer turns for a while. */
  slowDown(milliseconds: number): void;
}

export interface PaceOptions {
  /**
   * Turns in any window: the platform's 200 less a few for the dashboard's own calls
   * (docs/platform.md, Rate).
   */
  readonly limit: number;
  readonly windowMs: number;
  readonly atOnce: number;
}

export const PACE: PaceOptions = { limit: 195, windowMs: 30_000, atOnce: 6 };

/**
 * Shares of the limit: what a 429 lowers it to, its least, and what each window without a 429 adds
 * again.
 */
const LOWERED_TO = 0.75;
const LOWEST = 0.1;
const RAISED_BY = 0.05;

/** The longest hold: the platform counts in five minutes at most (docs/platform.md, Rate). */
const LONGEST_HOLD_MS = 5 * 60_000;

/**
 * Creates a pace. Each turn takes one of `limit` places and gives it back `windowMs` after its
 * request ended. It counts from the end because by then the request has surely arrived: no window
 * of the platform holds more than `limit`, whenever it begins and however slow a request is. (A
 * token bucket would allow twice as many in the first window.)
 */
export function createPace(
  clock: { readonly now: () => number; readonly sleep: Sleep },
  options: PaceOptions = PACE,
  memory?: PaceMemory,
): Pace {
  const { now, sleep } = clock;
  const ended: number[] = [];
  const keeper = createPaceKeeper(memory, now);
  let inFlight = 0;
  let heldUntil = 0;
  let lowered = { limit: options.limit, at: 0 };
  /** Turns wait until the use of an earlier background is known. */
  let line =
    memory === undefined
      ? Promise.resolve()
      : keeper.restore(options.windowMs).then((known) => void ended.push(...known));
  let wake = () => {};
  let released = Promise.resolve();

  const limitNow = () => {
    const windows = Math.floor((now() - lowered.at) / options.windowMs);
    return Math.min(options.limit, Math.floor(lowered.limit + windows * RAISED_BY * options.limit));
  };
  const waitForRelease = () => {
    released = new Promise((resolve) => {
      wake = resolve;
    });
    return released;
  };

  /**
   * Moments in the future mean that the clock was set back: they would hold every turn for that
   * long.
   */
  const trustClock = () => {
    const at = now();
    heldUntil = Math.min(heldUntil, at + LONGEST_HOLD_MS);
    lowered = { ...lowered, at: Math.min(lowered.at, at) };
    for (let last = ended.length - 1; (ended[last] ?? at) > at; last -= 1) ended[last] = at; // the first is reached
  };

  const untilFree = async (signal: AbortSignal | undefined) => {
    for (;;) {
      signal?.throwIfAborted();
      trustClock();
      while (ended[0] !== undefined && ended[0] + options.windowMs <= now()) ended.shift();
      const hold = heldUntil - now();
      if (hold > 0) await sleep(hold, signal);
      else if (inFlight >= options.atOnce) await waitForRelease();
      else if (inFlight + ended.length < limitNow()) return;
      else if (ended[0] === undefined) await waitForRelease();
      else await sleep(ended[0] + options.windowMs - now(), signal);
    }
  };

  return {
    async turn(signal) {
      const before = line;
      let leave = () => {};
      line = new Promise((resolve) => {
        leave = resolve;
      });
      try {
        await before;
        await untilFree(signal);
        inFlight += 1;
        keeper.note(ended, inFlight);
      } finally {
        leave();
      }
      let open = true;
      return () => {
        if (!open) return;
        open = false;
        inFlight -= 1;
        ended.push(now());
        wake();
      };
    },
    slowDown(milliseconds) {
      heldUntil = Math.max(heldUntil, now() + milliseconds);
      // Requests that were in flight together are answered 429 together: they count once.
      if (lowered.at > 0 && now() - lowered.at < options.windowMs) return;
      const limit = Math.max(Math.ceil(options.limit * LOWEST), Math.floor(limitNow() * LOWERED_TO));
      lowered = { limit, at: now() };
    },
  };
}
