import type { RunId } from '../../journal/entry';
import type { PlatformProblem } from '../../platform/platform-problem';

/**
 * Why the runner did not carry out a command. A journal that breaks is thrown (JournalFault), not
 * returned.
 */
export type RunCommandProblem =
  | PlatformProblem
  | { readonly code: 'no-such-run' }
  /** The run was filled with another number of changes than it was announced with. */
  | { readonly code: 'run-incomplete'; readonly expected: number; readonly found: number }
  /** Another run of this group is not finished. */
  | { readonly code: 'run-in-progress'; readonly run: RunId }
  /** The account, environment or group is no longer the one that was reviewed. */
  | { readonly code: 'other-account' };
