import type { GroupPage } from '../platform/environment';
import type { HistoryRun } from './history';

/**
 * The actions on a run of the history, the same as when it has just ended (docs/product.md 2.6).
 */
export type RunAction = 'undo' | 'retry' | 'failed-rows';

/** The panel in which the action is to be done. */
export interface Here {
  readonly page: GroupPage;
  /** The account that is connected; null while none is. */
  readonly account: string | null;
  /** Whether a run is being filled or under way in this panel. */
  readonly isBusy: boolean;
}

/**
 * Why an action is not possible. Reasons of the place come last, because another group or account
 * would not help with the others.
 */
export type Unavailable =
  | 'not-over'
  | 'nothing-failed'
  /**
   * All failures are of kinds that are not sent again: conflicts, and fields that the platform
   * ignored.
   */
  | 'nothing-to-retry'
  | 'nothing-written'
  | 'other-group'
  | 'not-connected'
  | 'other-account'
  | 'under-way';

/** Why an action is not possible on a run whose values are kept; null when it is. */
export function whyNot(action: RunAction, run: HistoryRun, here: Here): Unavailable | null {
  const { counts, changes, values } = run;
  if (values.kind === 'kept' && values.until === null) return 'not-over';
  const failed = changes - counts.applied;
  if (action !== 'undo' && failed === 0) return 'nothing-failed';
  if (action === 'failed-rows') return null;
  if (action === 'retry' && counts.rejected + counts.cancelled === 0) return 'nothing-to-retry';
  // Entries that are not applied or in conflict may be written in part.
  if (action === 'undo' && counts.applied + counts['not-applied'] + counts.conflict === 0)
    return 'nothing-written';
  if (run.environment !== here.page.environment || run.group.id !== here.page.groupId) return 'other-group';
  if (here.account === null) return 'not-connected';
  if (run.account.id !== here.account) return 'other-account';
  return here.isBusy ? 'under-way' : null;
}

/**
 * How much of a run was undone by other runs. An undo that was itself undone does not count. An
 * undo of several runs has undone all of them when it wrote as much as they did; otherwise it is
 * not known which of them, and each counts as undone in part.
 */
export function undoneOf(run: HistoryRun, runs: readonly HistoryRun[]): 'no' | 'in-part' | 'yes' {
  const undos = followers(run, runs, 'undo').filter(
    (undo) => writtenOf(undo) > 0 && undoneOf(undo, runs) !== 'yes',
  );
  if (undos.length === 0) return 'no';
  const taken = new Set(undos.flatMap(({ source }) => (source?.kind === 'undo' ? source.runs : [])));
  const written = runs.filter(({ id }) => taken.has(id)).reduce((sum, of) => sum + writtenOf(of), 0);
  const undone = undos.reduce((sum, { counts }) => sum + counts.applied, 0);
  return undone >= written ? 'yes' : 'in-part';
}

/** Changes of a run that were written, wholly or in part. What the platform ignored is none. */
function writtenOf({ counts, partly }: HistoryRun): number {
  return counts.applied + partly;
}

/** The later runs that undo a run, or send changes of it again, the latest first. */
export function followers(
  run: HistoryRun,
  runs: readonly HistoryRun[],
  kind: 'undo' | 'retry',
): readonly HistoryRun[] {
  return runs.filter(
    ({ source, startedAt }) =>
      source?.kind === kind && startedAt > run.startedAt && source.runs.includes(run.id),
  );
}
