import type { Held } from '../../rpc/contract/held';
import { SheetWorkerEnded } from '../../rpc/client/sheet-client';

/** A piece of work whose answers count until newer work of its kind begins. */
export interface Turn {
  /** Aborts when newer work begins or the work is given up: for calls that can be ended early. */
  readonly signal: AbortSignal;
  /** Gives an answer that still counts. Leaves the work when it is a stale one. */
  answer<T>(pending: Promise<T>): Promise<T>;
  /**
   * Gives what the worker says of something that it still holds. Leaves the work when it does not.
   */
  held<T>(pending: Promise<Held<T>>): Promise<T>;
}

/** Lets only the latest answer count. */
export interface Latest {
  /**
   * Begins work in place of the work before it, which is aborted. Null when it was left because it
   * is stale.
   */
  run<T>(work: (turn: Turn) => Promise<T>): Promise<T | null>;
  /** Adds work to the present turn: it counts as long as that does. Null as from `run`. */
  join<T>(work: (turn: Turn) => Promise<T>): Promise<T | null>;
  /** Aborts what is under way, with nothing in its place. */
  outdate(): void;
}

/**
 * Makes the one place that decides which answers count. Work is written straight on, and each
 * `answer` is the line at which stale work ends: search "a" -> search "ab" -> the answer for "a"
 * comes -> it is left there, and only "ab" is shown. A fault that is no consequence of the abort
 * rejects in any case, also from stale work.
 */
export function createLatest(): Latest {
  let current = new AbortController();
  const outdate = () => {
    current.abort();
    current = new AbortController();
  };
  const join = async <T>(work: (turn: Turn) => Promise<T>): Promise<T | null> => {
    const { signal } = current;
    const notHeld = new Error('the worker does not hold that any more');
    const answer = async <A>(pending: Promise<A>): Promise<A> => {
      const given = await pending.catch((reason: unknown) => {
        // Stopping the worker is one of the ways in which stale work ends.
        if (reason instanceof SheetWorkerEnded) signal.throwIfAborted();
        throw reason;
      });
      signal.throwIfAborted();
      return given;
    };
    const held = async <A>(pending: Promise<Held<A>>): Promise<A> => {
      const given = await answer(pending);
      if (given.ok) return given.value;
      throw notHeld;
    };
    try {
      return await work({ signal, answer, held });
    } catch (reason) {
      if (reason === notHeld || (signal.aborted && reason === signal.reason)) return null;
      throw reason;
    }
  };
  return {
    run(work) {
      outdate();
      return join(work);
    },
    join,
    outdate,
  };
}
