/** A clock that stands still until it is moved; waiting moves it. For tests. */
export interface TestClock {
  readonly now: () => number;
  /** Milliseconds that passed, whatever the clock was set to. */
  readonly ticks: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  advance(ms: number): void;
  /** Somebody sets the clock, forward or back: no time passes. */
  set(by: number): void;
}

/** A clock that begins at a moment such as 2026-11-22T09:00:00Z. */
export function testClock(start = '2026-11-22T09:00:00Z'): TestClock {
  let wall = Date.parse(start);
  let passed = 0;
  return {
    now: () => wall + passed,
    ticks: () => passed,
    sleep: (ms) => {
      passed += ms;
      return Promise.resolve();
    },
    advance: (ms) => {
      passed += ms;
    },
    set: (by) => {
      wall += by;
    },
  };
}
