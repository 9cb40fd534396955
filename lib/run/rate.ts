/** Entries settled lately, for "N per minute". */
export interface Rate {
  settled(): void;
  /** Per minute over the last minute; null in the first ten seconds, when it would jump about. */
  perMinute(): number | null;
}

const MINUTE_MS = 60_000;
const UNKNOWN_MS = 10_000;

export function createRate(now: () => number): Rate {
  const begun = now();
  let moments: number[] = [];
  return {
    settled: () => {
      moments.push(now());
    },
    perMinute() {
      const elapsed = now() - begun;
      if (elapsed < UNKNOWN_MS) return null;
      moments = moments.filter((moment) => moment > now() - MINUTE_MS);
      return Math.round((moments.length * MINUTE_MS) / Math.min(elapsed, MINUTE_MS));
    },
  };
}
