import type { RunRecord } from '../../journal/entry';
import type { Journal, JournalRun } from '../../journal/journal';
import { isEnded, mayForget } from '../../journal/transitions';

/**
 * Days for which the values of a run are kept after its end, unless the admin sets others
 * (docs/product.md 2.6).
 */
export const DEFAULT_KEPT_DAYS = 30;
/**
 * The most days that can be set: after a year nobody undoes a run, and names and e-mails must not
 * stay for nothing.
 */
export const MOST_KEPT_DAYS = 365;

const DAY_MS = 24 * 60 * 60 * 1000;
/** With 0 days: the time in which an open panel can read the outcome of each row. */
export const TAKEN_MS = 15_000;

/**
 * When the values of a run (names, e-mails, old and new values) are to be deleted, in milliseconds
 * since 1970. Null while the run is not over or has an entry open, and when they are deleted.
 * `takenMs`: the least time for reading them, which counts when nothing is kept.
 */
export function forgetsAt(run: JournalRun, keptDays: number, takenMs = TAKEN_MS): number | null {
  const { finishedAt } = run.record;
  if (finishedAt === null || !isEnded(run) || run.values.kind === 'deleted') return null;
  const days = keptDaysOf(run.record, keptDays);
  return finishedAt + (days === 0 ? takenMs : days * DAY_MS);
}

/**
 * For how many days the values of a run are kept: none where the admin asked for that when it was
 * confirmed.
 */
export function keptDaysOf({ keepsNothing }: Pick<RunRecord, 'keepsNothing'>, keptDays: number): number {
  return keepsNothing === true ? 0 : keptDays;
}

/** The last moment at which a run that has ended can be undone, in milliseconds since 1970. */
export function undoableUntil(finishedAt: number, keptDays: number): number {
  return finishedAt + keptDays * DAY_MS;
}

/** Deletes the values of every run that are due. */
export async function forgetStale(
  journal: Journal,
  keptDays: number,
  now: number,
  takenMs = TAKEN_MS,
): Promise<void> {
  for (const run of await journal.listRuns()) {
    const at = forgetsAt(run, keptDays, takenMs);
    const isDue = at === null ? mayForget(run, now) && isKeptLongEnough(run, keptDays, now) : at <= now;
    if (isDue) await journal.forgetEntries(run.record.id, now);
  }
}

/** Whether a cancelled run, whose last outcomes are given up, was kept as long as others are. */
function isKeptLongEnough({ record }: JournalRun, keptDays: number, now: number): boolean {
  return record.finishedAt !== null && record.finishedAt + keptDaysOf(record, keptDays) * DAY_MS <= now;
}

/**
 * How long a run may stay paused. What it would write is as old by then, and its values must not
 * stay because nobody came back to it (docs/product.md 2.6).
 */
export const LONGEST_PAUSE_DAYS = 30;

/** Whether a run has been paused for so long that it is to be cancelled. */
export function isPausedForTooLong({ record }: JournalRun, now: number): boolean {
  if (record.state.kind !== 'paused') return false;
  const { createdAt, restoredAt = 0, pausedAt = 0 } = record; // missing: not restored, not recorded
  return Math.max(createdAt, restoredAt, pausedAt) + LONGEST_PAUSE_DAYS * DAY_MS <= now;
}
