/** Measures how many entries are settled per minute. */
export interface Rate {
  settled(): void;
  /** Entries per minute over the last minute; null in the first ten seconds, when it would jump. */
  perMinute(): number | null;
}

const MINUTE_MS = 60_000;
const UNKNOWN_MS = 10_000;

export function createRate(ticks: () => number): Rate {
  const begun = ticks();
  let moments: number[] = [];
  return {
    settled: () => {
      moments.push(ticks());
    },
    perMinute() {
      const elapsed = ticks() - begun;
      if (elapsed < UNKNOWN_MS) return null;
      moments = moments.filter((moment) => moment > ticks() - MINUTE_MS);
      return Math.round((moments.length * MINUTE_MS) / Math.min(elapsed, MINUTE_MS));
    },
  };
}
