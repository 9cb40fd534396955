import type { RunId } from '../../journal/entry';
import type { PlatformProblem } from '../../platform/platform-problem';

/** Why a command about a run was not carried out (the journal apart, which may refuse any of them). */
export type RunCommandProblem =
  | PlatformProblem
  | { readonly code: 'no-such-run' }
  | { readonly code: 'run-incomplete'; readonly expected: number; readonly found: number }
  | { readonly code: 'run-in-progress'; readonly run: RunId }
  | { readonly code: 'other-account' };
