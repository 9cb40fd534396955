import type { JournalRun } from '../../journal/journal';
import { isUnsettled } from '../../journal/transitions';

/**
 * For a run under way, in case the browser has stopped the background all the same. The shortest
 * that alarms allow.
 */
const WORKING_MS = 30_000;
/** For a run that waits for a sign-in. */
const SIGN_IN_MS = 60_000;
/** The longest, for a cancelled run whose last outcomes stay unknown. */
const LONGEST_MS = 60 * 60_000;

/**
 * How often the background is to be woken so that runs continue by themselves, in milliseconds;
 * null when none can. The last outcomes of a cancelled run may become known in a moment or never
 * (the platform is away, nobody signs in any more): they are asked for half as often each time. The
 * time is counted from the cancelling, so that nothing has to be stored.
 *
 * Examples: cancelled 1 minute ago -> each minute; 10 minutes ago -> each 8 minutes; a day ago ->
 * each hour.
 */
export function wakeEveryMs(runs: readonly JournalRun[], now: number): number | null {
  const wakes = runs.map((run) => wakeFor(run, now)).filter((wake) => wake !== null);
  return wakes.length === 0 ? null : Math.min(...wakes);
}

function wakeFor(run: JournalRun, now: number): number | null {
  const { state, finishedAt } = run.record;
  if (state.kind === 'running') return WORKING_MS;
  if (state.kind === 'paused') return state.reason.kind === 'signed-out' ? SIGN_IN_MS : null;
  if (!isUnsettled(run)) return null;
  // A record of another version may lack its end. One such run must not take the badge of all
  // others away.
  const since = finishedAt === null ? 0 : now - finishedAt;
  // In powers of two, so that an alarm that is set already can stay.
  const spaced = WORKING_MS * 2 ** Math.floor(Math.log2(Math.max(1, since / WORKING_MS)));
  return Math.min(LONGEST_MS, spaced);
}
