import type { Journal, JournalRun } from '../../journal/journal';
import { mayForget } from '../../journal/transitions';

/** How long the values of a run are kept after its end when nobody has said otherwise (docs/product.md 2.6). */
export const DEFAULT_KEPT_DAYS = 30;
/** The longest that can be chosen: after a year nobody undoes a run any more, and names and e-mails are not to lie about. */
export const MOST_KEPT_DAYS = 365;

const DAY_MS = 24 * 60 * 60 * 1000;
/** With 0 days: the time that an open panel has to take what became of each row. */
export const TAKEN_MS = 15_000;

/**
 * When the values of a run (names, e-mails, old and new values) are to be deleted, in milliseconds since 1970; null while
 * it is not over or has something open, and when they are deleted already. `takenMs`: what is left at least for reading
 * them when nothing is kept.
 */
export function forgetsAt(run: JournalRun, keptDays: number, takenMs = TAKEN_MS): number | null {
  const { finishedAt } = run.record;
  if (finishedAt === null || !mayForget(run)) return null;
  return finishedAt + (keptDays === 0 ? takenMs : keptDays * DAY_MS);
}

/** Deletes the values of every run whose time has come. */
export async function forgetStale(
  journal: Journal,
  keptDays: number,
  now: number,
  takenMs = TAKEN_MS,
): Promise<void> {
  for (const run of await journal.listRuns()) {
    const at = forgetsAt(run, keptDays, takenMs);
    if (at !== null && at <= now) await journal.forgetEntries(run.record.id, now);
  }
}
