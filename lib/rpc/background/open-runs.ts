import { JournalFault, type Journal } from '../../journal/journal';
import { failed, type Result } from '../../result';
import type { Runner } from '../../run/loop/runner';
import type { RunProblem } from '../contract/run-problem';

/** The journal with the runner that works on it. */
export interface Runs {
  readonly journal: Journal;
  readonly runner: Runner;
}

/** Opens the journal when it is first needed, and again after opening failed. */
export type OpenRuns = () => Promise<Result<Runs, RunProblem>>;

/**
 * Opens the journal and does the work. A journal that is denied or breaks gives
 * `journal-unavailable`.
 */
export async function withRuns<T, P = never>(
  open: OpenRuns,
  work: (runs: Runs) => Promise<Result<T, P | RunProblem>>,
): Promise<Result<T, P | RunProblem>> {
  const runs = await open();
  return runs.ok ? withJournalFaults(() => work(runs.value)) : runs;
}

/**
 * Does the work and turns a JournalFault into `journal-unavailable`. Rejects with any other error:
 * that is a bug.
 */
export async function withJournalFaults<T, P>(
  work: () => Promise<Result<T, P | RunProblem>>,
): Promise<Result<T, P | RunProblem>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof JournalFault) return failed({ code: 'journal-unavailable', detail: error.detail });
    throw error;
  }
}
