/** A clock that stands still until it is moved; waiting moves it. For tests. */
export interface TestClock {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  advance(ms: number): void;
}

/** A clock that begins at a moment such as 2026-11-22T09:00:00Z. */
export function testClock(start = '2026-11-22T09:00:00Z'): TestClock {
  let time = Date.parse(start);
  return {
    now: () => time,
    sleep: (ms) => {
      time += ms;
      return Promise.resolve();
    },
    advance: (ms) => {
      time += ms;
    },
  };
}
