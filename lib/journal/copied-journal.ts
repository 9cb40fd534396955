import type { Change } from '../credential/change';
import type { RunId, RunRecord } from './entry';
import type { Journal } from './journal';
import { isEnded } from './moves';
import type { SecondCopies } from './second-copies';

/** Entries that are read at once when a run is copied. */
const AT_ONCE = 500;

/**
 * A Journal that keeps a second copy of each run from its beginning until it is over, and restores what the browser has lost
 * of the journal since it was opened last (second-copies.ts). A copy that cannot be written or read is told to `onFault`: the
 * run is as safe without it as the journal is, and to keep it from beginning would help nobody.
 */
export async function withSecondCopies(
  journal: Journal,
  copies: SecondCopies,
  options: { readonly now: () => number; readonly onFault: (error: unknown) => void },
): Promise<Journal> {
  const kept = new Set<RunId>();
  const attempt = (work: () => Promise<void>) => work().catch(options.onFault);
  const forget = (run: RunId) =>
    attempt(async () => {
      await copies.forget(run);
      kept.delete(run);
    });
  await attempt(async () => {
    for (const { run, isNoted } of await copies.list()) await attempt(() => reconcile(run, isNoted));
  });

  return {
    ...journal,
    async moveRun(run, to, at) {
      if (to.kind === 'running' && !kept.has(run)) await attempt(() => keep(run));
      const record = await journal.moveRun(run, to, at);
      if (record === null || !kept.has(run)) return record;
      // Only now: a copy that was noted before would be of a run that had not begun.
      if (record.state.kind === 'finished') await forget(run);
      else await attempt(() => copies.note(run, record.state));
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
    await copies.keep(found.record, changesOf(found.record));
    kept.add(run);
  }

  async function* changesOf({ id, entries }: RunRecord): AsyncGenerator<readonly Change[]> {
    for (let from = 0; from < entries; from += AT_ONCE)
      yield (await journal.listEntries(id, from, AT_ONCE)).map(({ change }) => change);
  }

  /** Brings the journal and the copy of a run together, as they were left by a background that may have been killed anywhere. */
  async function reconcile(run: RunId, isNoted: boolean): Promise<void> {
    const found = await journal.readRun(run);
    if (found === null) {
      const copy = await copies.read(run);
      if (copy === null) return forget(run);
      await journal.restoreRun({ ...copy.record, restoredAt: options.now() }, copy.changes);
    } else if (found.record.state.kind === 'preparing' || isEnded(found)) return forget(run);
    else if (!isNoted) await copies.note(run, found.record.state);
    kept.add(run);
  }
}
