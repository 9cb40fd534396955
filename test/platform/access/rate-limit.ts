/** Requests are counted in periods of 30 s (docs/platform.md, Rate (D)). */
export const PERIOD_MS = 30_000;

/** Counts the requests of each client. */
export interface RateLimit {
  /** Counts one request. 0 when it may pass, else the milliseconds until the period ends. */
  count(client: string, now: number): number;
}

/**
 * A limit of `most` requests per period and client; 0 is no limit. Periods are those of the clock
 * (…:00, …:30) and not of the client's first request, so that a burst across a border may have
 * twice as many (I).
 */
export function createRateLimit(most: number): RateLimit {
  let period = -1;
  const counts = new Map<string, number>();
  return {
    count(client, now) {
      const current = Math.floor(now / PERIOD_MS);
      if (current !== period) counts.clear();
      period = current;
      const count = (counts.get(client) ?? 0) + 1;
      counts.set(client, count);
      return most > 0 && count > most ? (current + 1) * PERIOD_MS - now : 0;
    },
  };
}
