import type { Sleep } from '../../lib/platform/sleep';

/** A clock for many that wait at the same time: the first to wake moves it. No time passes. */
export interface VirtualTime {
  readonly now: () => number;
  readonly sleep: Sleep;
  /** Wakes who waits, one after the other, until this moment. */
  runUntil(at: number): Promise<void>;
}

export function virtualTime(start = Date.parse('2026-11-22T09:00:00Z')): VirtualTime {
  let at = start;
  const waiting: { readonly at: number; readonly wake: () => void }[] = [];
  /** Everything that does not wait has been done when the event loop comes round. */
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    now: () => at,
    sleep: (milliseconds) =>
      new Promise((wake) => {
        waiting.push({ at: at + milliseconds, wake });
      }),
    async runUntil(end) {
      for (;;) {
        await settle();
        waiting.sort((a, b) => a.at - b.at);
        const next = waiting[0];
        if (next === undefined || next.at > end) break;
        waiting.shift();
        at = Math.max(at, next.at);
        next.wake();
      }
      at = end;
    },
  };
}
