import type { Change } from '../credential/change';
import { recordIn, type RunId, type RunRecord, type RunState } from './entry';
import { JournalFault, type Journal } from './journal';
import type { RunBackup, RunBackups } from './run-backups';
import { isEnded } from './transitions';

/** Entries that are read at once when a run is saved. */
const AT_ONCE = 500;

export interface BackupDeps {
  readonly now: () => number;
  /** Called with each failure to read or write a backup. */
  readonly onFault: (error: unknown) => void;
}

/**
 * Wraps a journal so that each run has a backup from its beginning until it is over, and restores
 * the runs that the browser has lost since the journal was opened last (run-backups.ts). A run is
 * not stopped by a failed backup: without one it is as safe as the journal is.
 */
export async function withRunBackups(
  journal: Journal,
  backups: RunBackups,
  deps: BackupDeps,
): Promise<Journal> {
  /** The runs that have a backup. */
  const saved = new Set<RunId>();
  /** Answers whether the work could be done. */
  const attempt = (work: () => Promise<void>) =>
    work().then(
      () => true,
      (error: unknown) => {
        deps.onFault(error);
        return false;
      },
    );
  const remove = (run: RunId) =>
    attempt(async () => {
      await backups.remove(run);
      saved.delete(run);
    }).then(() => undefined);
  const store = { journal, backups, saved, remove, now: deps.now };
  /**
   * A background that this one has replaced may have saved a run since this one was started: with
   * its state of then, a stopped run would go on after a loss.
   */
  const isSavedByAnother = async (run: RunId) => {
    await attempt(async () => {
      if ((await backups.list()).some((one) => one.run === run)) saved.add(run);
    });
    return saved.has(run);
  };
  await attempt(() => backups.removeLeftovers());
  const forEachBackup = async (work: (run: RunId, hasState: boolean) => Promise<void>) => {
    let isDone = true;
    const isListed = await attempt(async () => {
      for (const { run, hasState } of await backups.list())
        isDone = (await attempt(() => work(run, hasState))) && isDone;
    });
    return isListed && isDone;
  };
  /**
   * Whether every run that was lost is there again. Where the disk refused it at the opening, it is
   * tried again whenever the runs are listed: no alarm knows of a run that is not in the journal.
   */
  let isRestored = await forEachBackup((run, hasState) => reconcile(store, run, hasState));
  const restoreRest = async () => {
    isRestored = await forEachBackup(async (run) => {
      if ((await journal.readRun(run)) === null) await restore(store, run);
    });
  };

  return {
    ...journal,
    async transitionRun(run, to, at) {
      const isNew = to.kind === 'running' && !saved.has(run);
      if (isNew) await attempt(() => save(store, run));
      const record = await journal.transitionRun(run, to, at);
      if (!saved.has(run) && !(await isSavedByAnother(run))) return record;
      if (record === null) {
        // It was cancelled and removed while it was being saved.
        if (isNew && (await journal.readRun(run)) === null) await remove(run);
        return null;
      }
      // Only now: a backup with a state would otherwise be of a run that had not begun.
      if (record.state.kind === 'finished') await remove(run);
      else await attempt(() => saveState(store, record));
      return record;
    },
    async listRuns() {
      if (!isRestored) await restoreRest();
      const runs = await journal.listRuns();
      // The outcome of the last writes of a cancelled run may become known later: then it ends
      // here.
      for (const run of runs) if (saved.has(run.record.id) && isEnded(run)) await remove(run.record.id);
      return runs;
    },
    async removeRun(run) {
      const isRemoved = await journal.removeRun(run);
      if (isRemoved && saved.has(run)) await remove(run);
      return isRemoved;
    },
    async removeAll(at) {
      const needed = await journal.removeAll(at);
      if (needed.length > 0) return needed;
      // Not an attempt: an admin who deletes everything must learn that something is left.
      await backups.clear();
      saved.clear();
      return needed;
    },
  };
}

interface Store {
  readonly journal: Journal;
  readonly backups: RunBackups;
  readonly saved: Set<RunId>;
  /** Removes the backup of a run. Failures are reported, not thrown. */
  readonly remove: (run: RunId) => Promise<void>;
  readonly now: () => number;
}

async function save({ journal, backups, saved, remove }: Store, run: RunId): Promise<void> {
  const found = await journal.readRun(run);
  if (found === null) return;
  try {
    await backups.save(found.record, changesOf(journal, found.record));
  } catch (error) {
    // Half a backup would be taken for a whole one.
    await remove(run);
    throw error;
  }
  saved.add(run);
}

async function saveState({ backups, remove }: Store, record: RunRecord): Promise<void> {
  try {
    await backups.saveState(record);
  } catch (error) {
    // Restored in its earlier state it would continue, though the admin has stopped it: rather no
    // backup at all.
    if (record.state.kind !== 'running') await remove(record.id);
    throw error;
  }
}

async function* changesOf(journal: Journal, { id, entries }: RunRecord): AsyncGenerator<readonly Change[]> {
  for (let from = 0; from < entries; from += AT_ONCE)
    yield (await journal.listEntries(id, from, AT_ONCE)).map(({ change }) => change);
}

/**
 * Makes journal and backup of a run agree, whatever a background has left that may have been killed
 * anywhere.
 */
async function reconcile(store: Store, run: RunId, hasState: boolean): Promise<void> {
  const found = await store.journal.readRun(run);
  if (found === null) return restore(store, run);
  const { kind } = found.record.state;
  // Without a state and not running: the background was killed while it saved the run.
  if (kind === 'preparing' || isEnded(found) || (!hasState && kind !== 'running')) return store.remove(run);
  store.saved.add(run);
  // With a state too: the run may have gone to another one since.
  await saveState(store, found.record);
}

async function restore(store: Store, run: RunId): Promise<void> {
  const { journal, now } = store;
  const backup = await readOrRemove(store, run);
  if (backup === null) return store.remove(run);
  const restored = { ...backup.record, restoredAt: now() };
  // The values of this run are older than those that were reviewed for a later one.
  const isPast = restored.state.kind !== 'cancelled' && (await hasLater(journal, restored));
  const state = isPast ? ({ kind: 'cancelled' } as const) : stateAfterLoss(restored.state);
  const record = state === restored.state ? restored : recordIn(restored, state, now());
  await journal.restoreRun(record, backup.changes);
  store.saved.add(run);
  await saveState(store, record);
}

/**
 * The state in which a run comes back. One that would continue by itself waits for the admin: a
 * "Pause" or "Cancel" may not have reached the backup before the journal was lost, where the disk
 * never answered.
 *
 * Example: running, and paused for a sign-in -> paused, restored. Paused by the admin -> as it is.
 */
function stateAfterLoss(state: RunState): RunState {
  const goesOn = state.kind === 'running' || (state.kind === 'paused' && state.reason.kind === 'signed-out');
  return goesOn ? { kind: 'paused', reason: { kind: 'restored' } } : state;
}

/** Removes a damaged backup: it is of no use any more, and has names and values in it. */
async function readOrRemove({ backups, remove }: Store, run: RunId): Promise<RunBackup | null> {
  try {
    return await backups.read(run);
  } catch (error) {
    if (error instanceof JournalFault && error.detail === 'damaged') await remove(run);
    throw error;
  }
}

/** Whether another run of the same group was begun since, while this one was lost. */
async function hasLater(journal: Journal, { environment, group, createdAt }: RunRecord): Promise<boolean> {
  return (await journal.listRuns()).some(
    ({ record }) =>
      record.environment === environment &&
      record.group.id === group.id &&
      record.createdAt > createdAt &&
      record.state.kind !== 'preparing',
  );
}
