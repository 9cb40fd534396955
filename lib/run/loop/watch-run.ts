import type { RunId, RunProgress } from '../../journal/entry';
import type { Journal, JournalRun } from '../../journal/journal';
import { waited, type Sleep } from '../../platform/sleep';
import { failed, ok, type Result } from '../../result';
import type { RunCommandProblem } from './run-command-problem';
import type { RunUpdates } from './run-updates';
import { WRITER_SILENT_MS, type Writers } from './writers';

/** News are handed on at most so often. */
const WATCH_MS = 200;

export interface WatchContext {
  readonly journal: Journal;
  readonly sleep: Sleep;
  readonly updates: RunUpdates;
  readonly writers: Writers;
  readonly progressOf: (run: JournalRun) => RunProgress;
  /** Whether somebody is at it in this context. */
  readonly isWorking: (run: RunId) => boolean;
}

/**
 * Hands on the progress of a run at each change, until it is over or `signal` aborts. One that is being written down is
 * watched too; when its writer falls silent it is told as no run.
 */
export async function watchRun(
  run: RunId,
  onProgress: (progress: RunProgress) => void,
  signal: AbortSignal,
  context: WatchContext,
): Promise<Result<RunProgress, RunCommandProblem>> {
  const { journal, sleep, updates, writers } = context;
  for (;;) {
    const seen = updates.version(run);
    const found = await journal.readRun(run);
    if (found === null) return failed({ code: 'no-such-run' });
    const progress = context.progressOf(found);
    if (signal.aborted) return ok(progress);
    onProgress(progress);
    const { kind } = found.record.state;
    if ((kind === 'finished' || kind === 'cancelled') && !context.isWorking(run)) return ok(progress);
    if (kind !== 'preparing') await updates.next(run, seen, signal);
    else if (!writers.isWriting(run)) return failed({ code: 'no-such-run' });
    else await newsOrSilence(run, seen, signal, context);
    // Gone away: that is looked at above.
    await waited(sleep, WATCH_MS, signal);
  }
}

/** News of a run that is being written down, or none for as long as a writer may be silent. */
async function newsOrSilence(
  run: RunId,
  seen: number,
  signal: AbortSignal,
  { updates, sleep }: WatchContext,
): Promise<void> {
  const waiting = new AbortController();
  const either = AbortSignal.any([signal, waiting.signal]);
  await Promise.race([updates.next(run, seen, either), waited(sleep, WRITER_SILENT_MS, either)]);
  waiting.abort();
}
