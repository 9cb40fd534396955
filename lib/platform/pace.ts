import { createPaceKeeper, type PaceMemory } from './pace-memory';
import { createRefusals } from './refusals';
import type { Sleep } from './sleep';

/** The end of a turn: what came of its request. `refused`: 429, with the wait that it asks for. */
export type TurnEnd =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly retryAfterMs: number | null }
  /** It was not sent, or got no answer: that says nothing of the limit. */
  | { readonly kind: 'unknown' };

/** The rate limiter of all requests of the background, below the platform's limit. */
export interface Pace {
  /**
   * Waits for a turn, in the order of the calls, and gives the function that ends it. Rejects with
   * the signal's reason.
   */
  turn(signal?: AbortSignal): Promise<(end?: TurnEnd) => void>;
  /** The moment until which no turn is given because the platform asked for it; null: none. */
  heldUntil(): number | null;
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
 * Shares of the limit: what reaching it lowers it to at most, its least, and what each window after
 * that adds again.
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
 * token bucket would allow twice as many in the first window.) `onHold`: called when the platform
 * asked to wait.
 */
export function createPace(
  clock: { readonly now: () => number; readonly sleep: Sleep },
  options: PaceOptions = PACE,
  memory?: PaceMemory,
  onHold: () => void = () => {},
): Pace {
  const { now, sleep } = clock;
  const ended: number[] = [];
  const refusals = createRefusals();
  let refusedAt: readonly number[] = [];
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
      else if (inFlight >= (refusals.isTrying() ? 1 : options.atOnce)) await waitForRelease();
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
      return (end = { kind: 'unknown' }) => {
        if (!open) return;
        open = false;
        inFlight -= 1;
        // Moments stay in their order, also where the clock was set back during the request.
        trustClock();
        ended.push(now());
        if (end.kind === 'taken') refusals.taken();
        else if (end.kind === 'refused') refuse(end.retryAfterMs);
        wake();
      };
    },
    heldUntil: () => (heldUntil > now() ? heldUntil : null),
  };

  function refuse(retryAfterMs: number | null): void {
    const at = now();
    refusedAt = [...refusedAt.filter((before) => before + options.windowMs > at), at];
    // One that left before the hold, together with others that were refused.
    if (heldUntil > at && retryAfterMs === null) return;
    const { holdMs, isLimit } = refusals.refused(retryAfterMs);
    // With half of the limit in use, what asks to wait may be the limit.
    if (isLimit || (holdMs > 0 && ended.length >= limitNow() / 2)) lower();
    if (holdMs === 0) return;
    heldUntil = Math.max(heldUntil, at + holdMs);
    onHold();
  }

  /**
   * Lowers the limit to as many as the platform took in this window, but not by more than a quarter
   * at once: those of others count with it. Once in a window, for requests that were in flight
   * together are refused together.
   */
  function lower(): void {
    if (lowered.at > 0 && now() - lowered.at < options.windowMs) return;
    const taken = ended.length - refusedAt.length;
    const least = Math.ceil(options.limit * LOWEST);
    lowered = {
      limit: Math.max(least, Math.floor(limitNow() * LOWERED_TO), Math.min(taken, limitNow())),
      at: now(),
    };
  }
}
