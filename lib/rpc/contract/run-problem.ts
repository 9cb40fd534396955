import type { RunId } from '../../journal/entry';
import type { PlatformProblem } from '../../platform/platform-problem';

/** Why a command about a run was not carried out. */
export type RunProblem =
  | PlatformProblem
  | { readonly code: 'no-such-run' }
  /** The run was written down with another number of changes than announced. */
  | { readonly code: 'run-incomplete'; readonly expected: number; readonly found: number }
  /** Another run of this group is not finished. */
  | { readonly code: 'run-in-progress'; readonly run: RunId }
  /** The account, environment or group is no longer what was reviewed. */
  | { readonly code: 'other-account' }
  /** Its values were deleted from this computer. */
  | { readonly code: 'values-deleted' }
  /** The browser does not let us write the journal: nothing is sent without it. */
  | { readonly code: 'journal-unavailable'; readonly detail: string };
