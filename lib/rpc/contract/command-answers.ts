import type { JournalRun } from '../../journal/journal';
import type { RunProblem } from './run-problem';

/** The history as the journal has it, and how long values are kept. */
export interface StoredHistory {
  readonly runs: readonly JournalRun[];
  readonly keptDays: number;
  /** How many runs of the journal cannot be read. */
  readonly unreadable: number;
}

/** Why something stored was not deleted. */
export type DeleteProblem =
  | RunProblem
  /** Runs are under way, paused, or have an entry in doubt. `groups`: the names of their groups. */
  | { readonly code: 'runs-not-over'; readonly groups: readonly string[] }
  /**
   * The journal could not be emptied just now, and a run may be waiting in it: nothing was deleted.
   */
  | { readonly code: 'not-deleted'; readonly detail: string };
