import type { Change } from '../credential/change';
import type { RunId, RunRecord } from './entry';
import { JournalFault, type Journal } from './journal';
import { isEnded } from './transitions';
import type { RunBackups, RunBackup } from './run-backups';

/** Entries that are read at once when a run is copied. */
const AT_ONCE = 500;

/**
 * A Journal that keeps a second copy of each run from its beginning until it is over, and restores what the browser has lost
 * of the journal since it was opened last (run-backups.ts). A copy that cannot be written or read is told to `onFault`: the
 * run is as safe without it as the journal is, and to keep it from beginning would help nobody.
 */
export async function withRunBackups(
  journal: Journal,
  copies: RunBackups,
  options: { readonly now: () => number; readonly onFault: (error: unknown) => void },
): Promise<Journal> {
  const kept = new Set<RunId>();
  const attempt = (work: () => Promise<void>) => work().catch(options.onFault);
  const forget = (run: RunId) =>
    attempt(async () => {
      await copies.remove(run);
      kept.delete(run);
    });
  await attempt(() => copies.removeLeftovers());
  await attempt(async () => {
    for (const { run, hasState } of await copies.list()) await attempt(() => reconcile(run, hasState));
  });

  return {
    ...journal,
    async transitionRun(run, to, at) {
      const isNew = to.kind === 'running' && !kept.has(run);
      if (isNew) await attempt(() => keep(run));
      const record = await journal.transitionRun(run, to, at);
      if (!kept.has(run)) return record;
      if (record === null) {
        // It was cancelled and taken away while it was being copied.
        if (isNew && (await journal.readRun(run)) === null) await forget(run);
        return null;
      }
      // Only now: a copy that was noted before would be of a run that had not begun.
      if (record.state.kind === 'finished') await forget(run);
      else await attempt(() => note(record));
      return record;
    },
    async listRuns() {
      const runs = await journal.listRuns();
      // Of a cancelled run it may turn out later what became of its last writes.
      for (const run of runs) if (kept.has(run.record.id) && isEnded(run)) await forget(run.record.id);
      return runs;
    },
    async removeRun(run) {
      const isRemoved = await journal.removeRun(run);
      if (isRemoved && kept.has(run)) await forget(run);
      return isRemoved;
    },
    async removeAll(at) {
      const needed = await journal.removeAll(at);
      if (needed.length > 0) return needed;
      // Not an attempt: whoever wants all of it deleted is told that something is left.
      await copies.clear();
      kept.clear();
      return needed;
    },
  };

  async function keep(run: RunId): Promise<void> {
    const found = await journal.readRun(run);
    if (found === null) return;
    try {
      await copies.save(found.record, changesOf(found.record));
    } catch (error) {
      // What is there of it would be taken for a whole one.
      await forget(run);
      throw error;
    }
    kept.add(run);
  }

  async function note(record: RunRecord): Promise<void> {
    try {
      await copies.saveState(record);
    } catch (error) {
      // Restored from where it stood before, it would go on though somebody has stopped it: rather not at all.
      if (record.state.kind !== 'running') await forget(record.id);
      throw error;
    }
  }

  async function* changesOf({ id, entries }: RunRecord): AsyncGenerator<readonly Change[]> {
    for (let from = 0; from < entries; from += AT_ONCE)
      yield (await journal.listEntries(id, from, AT_ONCE)).map(({ change }) => change);
  }

  /** Brings the journal and the copy of a run together, as they were left by a background that may have been killed anywhere. */
  async function reconcile(run: RunId, isNoted: boolean): Promise<void> {
    const found = await journal.readRun(run);
    if (found === null) return restore(run);
    const { kind } = found.record.state;
    // Not noted and not at work: it was killed while it was being copied.
    if (kind === 'preparing' || isEnded(found) || (!isNoted && kind !== 'running')) return forget(run);
    kept.add(run);
    // Also when it was noted: it may have been moved since.
    await note(found.record);
  }

  async function restore(run: RunId): Promise<void> {
    const copy = await readOrForget(run);
    if (copy === null) return forget(run);
    const restored = { ...copy.record, restoredAt: options.now() };
    // What it was to write is older than what was reviewed for the later one.
    const isPast = restored.state.kind !== 'cancelled' && (await hasLater(restored));
    const record: RunRecord = isPast
      ? { ...restored, state: { kind: 'cancelled' }, finishedAt: options.now() }
      : restored;
    await journal.restoreRun(record, copy.changes);
    kept.add(run);
    await note(record);
  }

  /** A damaged one helps nobody any more, and has names and values in it. */
  async function readOrForget(run: RunId): Promise<RunBackup | null> {
    try {
      return await copies.read(run);
    } catch (error) {
      if (error instanceof JournalFault && error.detail === 'damaged') await forget(run);
      throw error;
    }
  }

  /** Whether another run of the same group was begun since, while this one was lost and the background did not know it. */
  async function hasLater({ environment, group, createdAt }: RunRecord): Promise<boolean> {
    return (await journal.listRuns()).some(
      ({ record }) =>
        record.environment === environment &&
        record.group.id === group.id &&
        record.createdAt > createdAt &&
        record.state.kind !== 'preparing',
    );
  }
}
