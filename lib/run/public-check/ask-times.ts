const MINUTE_MS = 60_000;
/**
 * Waits before public records are asked for the first time, the second, and so on. How far the
 * public record runs behind a write is not known (docs/platform.md); after about an hour it is said
 * that a row stays old. Counted in times, so that a clock that is set back does not ask for ever.
 */
const WAITS_MS = [0.5, 1.5, 3, 5, 10, 20, 20].map((minutes) => minutes * MINUTE_MS);
export const HOUR_MS = 60 * MINUTE_MS;

/**
 * When to ask next, in milliseconds since 1970; null when the hour is over. `times`: how often it
 * was asked.
 *
 * Examples, ended at 10:00: not asked yet, at 10:00 -> 10:00:30. Asked once, at 10:01 -> 10:02:30.
 * Asked once, at 13:00, because the browser was closed -> null. Asked 7 times -> null.
 */
export function nextAskAt(times: number, finishedAt: number, now: number): number | null {
  const wait = WAITS_MS[times];
  if (wait === undefined || (times > 0 && now - finishedAt >= HOUR_MS)) return null;
  return now + wait;
}

/**
 * Whether to ask now. A time that lies further ahead than any wait means that the clock was set
 * back.
 */
export function isAskDue(nextAt: number | null, now: number): boolean {
  return nextAt !== null && (nextAt <= now || nextAt - now > HOUR_MS);
}
