import type { Environment } from '../../platform/environment';
import type { ChangeSet, SetAnswer, SetFileProblem } from '../../report/change-set/change-set';

/** Why a change set cannot be checked here. */
export type ChangeSetProblem =
  | SetFileProblem
  /** It is about another group, or one of another environment. */
  | { readonly code: 'set-elsewhere'; readonly environment: Environment; readonly group: string }
  /** It was made on this installation, or by somebody of this very name. */
  | { readonly code: 'set-own'; readonly by: 'installation' | 'name' }
  /** It was run here before. `at`: milliseconds since 1970. */
  | { readonly code: 'set-run-before'; readonly at: number };

/** A change set that may be checked here. Its changes come in parts. */
export interface OpenedChangeSet extends Pick<
  ChangeSet,
  'kind' | 'group' | 'list' | 'madeAt' | 'fileName' | 'confirmed'
> {
  readonly sha256: string;
  readonly madeBy: string;
  readonly changes: number;
}

/** A change set, or the notes that came back to one. */
export type OpenedSet = OpenedChangeSet | SetAnswer;
