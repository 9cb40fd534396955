/*
 * A limit answer (429) has one of two reasons. Either the limit is reached: then every request is
 * refused until its period ends, and sending more only makes it longer. Or it is noise (a busy
 * server, a guard in front of it): then the next request is taken, and holding everything for half
 * a minute makes a run crawl. The answers around it tell which: at a limit nothing is taken.
 *
 * Example: taken, refused, taken, taken, refused -> noise: each refused request waits by itself.
 * Example: six refused, none taken -> the limit: everything waits, then one request tries.
 */

/**
 * Refusals in a row that are no chance: where one request in five is refused, six in a row happen
 * once in 15,000.
 */
const IN_A_ROW = 6;
/** The first hold without Retry-After, doubled as long as the request that tries is refused. */
const FIRST_HOLD_MS = 2_000;
/** The longest such hold: a period of the platform (docs/platform.md, Rate). */
const LONGEST_UNSAID_HOLD_MS = 30_000;

/** The judgement of a refusal. */
export interface Judgement {
  /** For how long nothing is sent; 0: the refused request alone waits. */
  readonly holdMs: number;
  /** Whether the limit is reached, as far as the answers tell. */
  readonly isLimit: boolean;
}

/** Judges limit answers by the answers around them. */
export interface Refusals {
  /** Notes an answer that is no refusal. */
  taken(): void;
  /** Judges a refusal. `retryAfterMs`: the wait that it asks for; null: it says none. */
  refused(retryAfterMs: number | null): Judgement;
  /** Whether the last hold was for a limit, and nothing was taken since: then one request tries. */
  isTrying(): boolean;
}

export function createRefusals(): Refusals {
  let inARow = 0;
  let holds = 0;
  return {
    taken() {
      inARow = 0;
      holds = 0;
    },
    refused(retryAfterMs) {
      inARow += 1;
      const isLimit = holds > 0 || inARow >= IN_A_ROW;
      if (!isLimit) return { holdMs: retryAfterMs ?? 0, isLimit }; // what the platform says, holds
      const unsaid = Math.min(FIRST_HOLD_MS * 2 ** holds, LONGEST_UNSAID_HOLD_MS);
      holds += 1;
      return { holdMs: retryAfterMs ?? unsaid, isLimit };
    },
    isTrying: () => holds > 0,
  };
}
