import type { RunId, RunProgress } from '../../journal/entry';
import type { Journal, JournalRun } from '../../journal/journal';
import { waited, type Sleep } from '../../platform/sleep';
import { failed, ok, type Result } from '../../result';
import type { RunCommandProblem } from './run-command-problem';
import type { RunUpdates } from './run-updates';
import { WRITER_SILENT_MS, type Writers } from './writers';

/** The least time between two progresses that are handed on. */
const WATCH_MS = 200;

export interface WatchContext {
  readonly journal: Journal;
  readonly sleep: Sleep;
  readonly updates: RunUpdates;
  readonly writers: Writers;
  readonly progressOf: (run: JournalRun) => RunProgress;
  /** Whether this context works on the run. */
  readonly isWorking: (run: RunId) => boolean;
}

/**
 * Hands on the progress of a run at each change, until it is over or `signal` aborts. A run that is
 * being filled is watched too. When the panel that fills it falls silent, the answer is
 * `no-such-run`.
 */
export async function watchRun(
  run: RunId,
  onProgress: (progress: RunProgress) => void,
  signal: AbortSignal,
  context: WatchContext,
): Promise<Result<RunProgress, RunCommandProblem>> {
  const { journal, sleep, updates, writers } = context;
  for (;;) {
    const version = updates.version(run);
    const found = await journal.readRun(run);
    if (found === null) return failed({ code: 'no-such-run' });
    const progress = context.progressOf(found);
    if (signal.aborted) return ok(progress);
    onProgress(progress);
    const { kind } = found.record.state;
    if ((kind === 'finished' || kind === 'cancelled') && !context.isWorking(run)) return ok(progress);
    if (kind !== 'preparing') await updates.next(run, version, signal);
    else if (!writers.isWriting(run)) return failed({ code: 'no-such-run' });
    else await changeOrSilence(run, version, signal, context);
    // An abort is handled above, with a last progress.
    await waited(sleep, WATCH_MS, signal);
  }
}

/** Waits for a change of a run that is being filled, for as long as its panel may be silent. */
async function changeOrSilence(
  run: RunId,
  version: number,
  signal: AbortSignal,
  { updates, sleep }: WatchContext,
): Promise<void> {
  const waiting = new AbortController();
  const either = AbortSignal.any([signal, waiting.signal]);
  await Promise.race([updates.next(run, version, either), waited(sleep, WRITER_SILENT_MS, either)]);
  waiting.abort();
}
