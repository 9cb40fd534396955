import type { TestClock } from '../platform/test-clock';

/** A clock that waiting moves. On its way it does what was scheduled. */
export interface LateClock extends TestClock {
  /**
   * As `sleep`, for the platform: a scheduled action may be a slow answer of it, and must not wait
   * for itself.
   */
  readonly sleepAsPlatform: (ms: number) => Promise<void>;
  at(moment: number, work: () => Promise<unknown>): void;
}

export function lateClock(start = '2026-11-22T09:00:00Z'): LateClock {
  let time = Date.parse(start);
  let wall = 0;
  let due: { readonly moment: number; readonly work: () => Promise<unknown> }[] = [];
  let doing: Promise<unknown> | null = null;

  const doDue = async (target: number) => {
    const now = due.filter(({ moment }) => moment <= target);
    due = due.filter(({ moment }) => moment > target);
    for (const { moment, work } of now.toSorted((a, b) => a.moment - b.moment)) {
      time = Math.max(time, moment);
      await work();
    }
    doing = null;
  };
  const sleep = async (ms: number, isPlatform: boolean) => {
    const target = time + ms;
    if (due.some(({ moment }) => moment <= target)) {
      doing = doDue(target);
      await doing;
    } else if (doing !== null && !isPlatform) {
      // The clock passes a moment only after what was scheduled for it is done.
      await doing;
    }
    time = Math.max(time, target);
  };
  return {
    now: () => time + wall,
    ticks: () => time,
    sleep: (ms) => sleep(ms, false),
    sleepAsPlatform: (ms) => sleep(ms, true),
    advance: (ms) => {
      time += ms;
    },
    set: (by) => {
      wall += by;
    },
    at: (moment, work) => {
      due.push({ moment, work });
    },
  };
}
