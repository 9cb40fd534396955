import type { RunCommandProblem } from '../../run/loop/run-command-problem';

/** Why a command about a run was not carried out. */
export type RunProblem =
  | RunCommandProblem
  /** A change set was not opened here, was run before, or its run has other values. */
  | { readonly code: 'not-as-accepted' }
  /** Its changes are others than were promised. */
  | { readonly code: 'not-as-promised' }
  /** Its values were deleted from this computer. */
  | { readonly code: 'values-deleted' }
  /**
   * The browser refuses to read or write the journal: nothing is sent without it. `detail`: its
   * name of the error.
   */
  | { readonly code: 'journal-unavailable'; readonly detail: string };
