import type { GroupPage } from '../platform/environment';
import type { HistoryRun } from './history';

/** What can be done with a run of the history, as on the page on which it ended (docs/product.md 2.6). */
export type RunAction = 'undo' | 'retry' | 'failed-rows';

/** Where somebody wants to do it. */
export interface Here {
  readonly page: GroupPage;
  /** The account that is connected; null while none is. */
  readonly account: string | null;
  /** A run is written down or under way in this panel. */
  readonly isBusy: boolean;
}

/** Why it cannot be done. What depends on the place comes last: what is never possible need not be gone elsewhere for. */
export type Unavailable =
  | 'not-over'
  | 'nothing-failed'
  /** What failed is not sent again: conflicts, and fields that the platform left out. */
  | 'nothing-to-retry'
  | 'nothing-written'
  | 'other-group'
  | 'not-connected'
  | 'other-account'
  | 'under-way';

/** Why an action cannot be taken on a run whose values are kept; null when it can. */
export function whyNot(action: RunAction, run: HistoryRun, here: Here): Unavailable | null {
  const { counts, changes, values } = run;
  if (values.kind === 'kept' && values.until === null) return 'not-over';
  const failed = changes - counts.applied;
  if (action !== 'undo' && failed === 0) return 'nothing-failed';
  if (action === 'failed-rows') return null;
  if (action === 'retry' && counts.rejected + counts.cancelled === 0) return 'nothing-to-retry';
  // Of the others a part may be written; which, the entries say.
  if (action === 'undo' && counts.applied + counts['not-applied'] + counts.conflict === 0)
    return 'nothing-written';
  if (run.environment !== here.page.environment || run.group.id !== here.page.groupId) return 'other-group';
  if (here.account === null) return 'not-connected';
  if (run.account.id !== here.account) return 'other-account';
  return here.isBusy ? 'under-way' : null;
}

/**
 * How much of a run other runs have taken back. An undo that was itself taken back counts no more. One that took back
 * several runs took all of them back when it wrote as much as they did; of which of them a part is, nobody noted.
 */
export function undoneOf(run: HistoryRun, runs: readonly HistoryRun[]): 'no' | 'in-part' | 'yes' {
  const undos = followers(run, runs, 'undo').filter(
    (undo) => undo.counts.applied > 0 && undoneOf(undo, runs) !== 'yes',
  );
  if (undos.length === 0) return 'no';
  const taken = new Set(undos.flatMap(({ source }) => (source?.kind === 'undo' ? source.runs : [])));
  const written = runs
    .filter(({ id }) => taken.has(id))
    .reduce((sum, { counts }) => sum + counts.applied + counts['not-applied'], 0);
  const undone = undos.reduce((sum, { counts }) => sum + counts.applied, 0);
  return undone >= written ? 'yes' : 'in-part';
}

/** The runs that take back a run, or send changes of it again, the latest first. They are later than it is. */
export function followers(
  run: HistoryRun,
  runs: readonly HistoryRun[],
  kind: 'undo' | 'retry',
): readonly HistoryRun[] {
  return runs.filter(
    ({ source, startedAt }) =>
      source?.kind === kind && startedAt > run.startedAt && source.runs.includes(run.id), // null: not recorded
  );
}
