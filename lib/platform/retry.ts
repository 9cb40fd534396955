import { assertNever } from '../assert-never';
import type { PlatformProblem } from './platform-problem';

/**
 * The wait after a limit answer without Retry-After. Where the limit is reached, the pace holds the
 * request back for longer.
 */
const UNSAID_RETRY_AFTER_MS = 1_000;
/** A longer wait fails the request instead. */
const LONGEST_WAIT_MS = 120_000;
const FIRST_BACK_OFF_MS = 1_000;
const MOST_TRIES = 5;
/** A limit answer without Retry-After may be chance, and costs a second: it is tried more often. */
const MOST_UNSAID_TRIES = 8;
/** A 500 can come from the row's own data (docs/platform.md, Errors), so there are fewer tries. */
const MOST_TRIES_OF_500 = 3;

/**
 * Milliseconds to wait before a request is sent again; null when it is not. `tries`: how often it
 * was sent, from 1. A write is sent again after a 429 only, which proves that it was not taken.
 * After a server's fault or no answer its outcome is not known, and reading settles that
 * (docs/product.md 2.5).
 */
export function retryWait(
  effect: 'read' | 'write',
  problem: PlatformProblem,
  tries: number,
  random: () => number,
): number | null {
  switch (problem.code) {
    case 'throttled': {
      const wait = problem.retryAfterMs ?? UNSAID_RETRY_AFTER_MS;
      const most = problem.retryAfterMs === null ? MOST_UNSAID_TRIES : MOST_TRIES;
      return tries < most && wait <= LONGEST_WAIT_MS ? wait + jitter(1_000, random) : null;
    }
    case 'server-fault':
      if (effect === 'write' || tries >= (problem.status === 500 ? MOST_TRIES_OF_500 : MOST_TRIES))
        return null;
      return backOff(tries, random);
    case 'unreachable':
      return effect === 'write' || tries >= MOST_TRIES ? null : backOff(tries, random);
    case 'signed-out':
    case 'forbidden':
    case 'not-found':
    case 'refused':
    case 'not-allowed':
    case 'unexpected-answer':
      return null;
    default:
      return assertNever(problem);
  }
}

function backOff(tries: number, random: () => number): number {
  const most = FIRST_BACK_OFF_MS * 2 ** (tries - 1);
  return most / 2 + jitter(most / 2, random);
}

function jitter(most: number, random: () => number): number {
  return Math.floor(random() * most);
}
