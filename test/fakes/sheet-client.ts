import { SheetWorkerEnded, type SheetClient } from '../../lib/rpc/client/sheet-client';
import type { SheetContract } from '../../lib/rpc/contract/sheet-contract';
import { deferred } from './deferred';
import { workerSheet } from './sheet';

type Method = keyof SheetContract;

/** A call that waits for the test's answer. */
export interface HeldCall {
  readonly method: Method;
  readonly args: readonly unknown[];
  readonly answer: (value: unknown) => void;
  readonly fail: (reason: Error) => void;
}

/** A worker whose answers the test gives, when it wants to. Stopping it rejects what is open. */
export function heldSheet(): {
  readonly client: SheetClient;
  readonly calls: HeldCall[];
  readonly stops: () => number;
  /** The last call of a method; fails the test when there is none. */
  readonly last: (method: Method) => HeldCall;
} {
  const calls: HeldCall[] = [];
  let stops = 0;
  const client: SheetClient = {
    call: (method, ...args) =>
      new Promise((resolve, reject) => {
        calls.push({ method, args, answer: resolve as (value: unknown) => void, fail: reject });
      }),
    stop() {
      stops += 1;
      for (const { fail } of calls) fail(new SheetWorkerEnded('stopped'));
    },
  };
  return {
    client,
    calls,
    stops: () => stops,
    last(method) {
      const found = calls.findLast((call) => call.method === method);
      if (found === undefined) throw new Error(`${method} was not asked for`);
      return found;
    },
  };
}

/**
 * The real worker's object behind a client: calls are carried out in order, each answer comes
 * later, and it can end.
 */
export function directSheet(): {
  readonly client: SheetClient;
  readonly called: Method[];
  /** Keeps every call of a method until the returned function lets them go on. */
  readonly hold: (method: Method) => () => void;
  readonly die: () => void;
} {
  const called: Method[] = [];
  const held = new Map<Method, Promise<void>>();
  let life = begin();
  let queue: Promise<unknown> = Promise.resolve();
  const die = () => {
    const { end } = life;
    life = begin();
    queue = Promise.resolve();
    end();
  };
  const client: SheetClient = {
    call(method, ...args) {
      called.push(method);
      const { sheet, ended, isOver } = life;
      const work = queue.then(async () => {
        await held.get(method);
        return isOver() ? null : (sheet[method] as (...given: unknown[]) => unknown)(...args);
      });
      queue = work.catch(() => undefined);
      return Promise.race([work, ended]) as never;
    },
    stop: die,
  };
  return {
    client,
    called,
    hold(method) {
      let release!: () => void;
      held.set(method, new Promise((resolve) => (release = resolve)));
      return () => {
        held.delete(method);
        release();
      };
    },
    die,
  };
}

/** One life of the worker. */
function begin() {
  let isOver = false;
  const { promise: ended, reject } = deferred<never>();
  ended.catch(() => undefined);
  return {
    sheet: workerSheet(),
    ended,
    isOver: () => isOver,
    end: () => {
      isOver = true;
      reject(new SheetWorkerEnded('ended'));
    },
  };
}
