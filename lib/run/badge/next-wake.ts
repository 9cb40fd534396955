import type { JournalRun } from '../../journal/journal';
import { isUnsettled } from '../../journal/transitions';

/** How soon a run goes on when the browser stopped the background all the same. The shortest that alarms allow. */
const WORKING_MS = 30_000;
/** How often it is tried whether somebody has signed in again. */
const SIGN_IN_MS = 60_000;
/** A cancelled run of which something cannot be known, after a while. */
const LONGEST_MS = 60 * 60_000;

/**
 * How often the background is to be woken so that what can go on by itself does, in milliseconds; null when nothing can.
 * What became of the last writes of a cancelled run may be knowable in a moment or never (the platform is away, nobody signs in any more):
 * it is asked twice as far apart each time, counted from its cancelling, so that nothing has to be remembered.
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
  const since = finishedAt === null ? 0 : now - finishedAt; // null: of no version of ours
  // In powers of two: an alarm that is there as wanted is left alone.
  const doubled = WORKING_MS * 2 ** Math.floor(Math.log2(Math.max(1, since / WORKING_MS)));
  return Math.min(LONGEST_MS, doubled);
}
