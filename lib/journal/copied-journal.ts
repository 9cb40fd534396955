import { entriesOf } from './entries-of';
import type { RunId } from './entry';
import type { HistoryCopies } from './history-copies';
import { createTurns } from './in-turn';
import type { Journal, JournalRun } from './journal';
import { readUnlessDamaged } from './journal-faults';
import { isEnded } from './transitions';

/** Entries that are read at once when a run is copied. */
const AT_ONCE = 500;

export interface CopiedJournal {
  readonly journal: Journal;
  /** Resolves when all that was to be copied or removed so far is. */
  readonly settled: () => Promise<void>;
}

/**
 * Wraps a journal so that each run that is over has a copy outside the database
 * (history-copies.ts), and restores those that the browser has lost. Nobody waits for a copy, and a
 * failed one is tried again after the next start: a run without one is as safe as the database is.
 *
 * Example: the database is thrown away. At the next start the history has all earlier runs, each
 * with its outcomes, and can undo those whose values were kept.
 */
export async function withHistoryCopies(
  journal: Journal,
  copies: HistoryCopies,
  onFault: (error: unknown) => void,
): Promise<CopiedJournal> {
  /** The runs whose copy is as it should be, or was tried in this life of the background. */
  const tried = new Map<RunId, JournalRun['values']['kind']>();
  /** One after the other: of two copies of a run, the later one has to stay. */
  const inTurn = createTurns();
  let last: Promise<unknown> = Promise.resolve();
  const attempt = (work: () => Promise<void>) => work().catch(onFault);
  const later = (work: () => Promise<void>) => {
    last = inTurn(() => attempt(work));
  };
  await attempt(async () => {
    for (const { run, hasValues } of await copies.list())
      await attempt(async () => {
        const found = await readUnlessDamaged(journal, run);
        if (found === 'damaged') return;
        if (found === null) await restore(journal, copies, run);
        // A kill came between a deletion and its copy, or between the two files of a copy.
        else if (hasValues !== keepsValues(found)) return;
        tried.set(run, hasValues ? 'kept' : 'deleted');
      });
  });

  /** Copies a run that is over, unless that was done. */
  function copy(run: JournalRun): void {
    const { id } = run.record;
    const kept = keepsValues(run) ? 'kept' : 'deleted';
    if (!isEnded(run) || tried.get(id) === kept || (kept === 'kept' && tried.has(id))) return;
    tried.set(id, kept);
    later(async () => {
      // It may have been removed before its turn came.
      if ((await readUnlessDamaged(journal, id)) === null) return;
      await copies.save(run, kept === 'kept' ? entriesOf(journal, id, AT_ONCE) : null);
    });
  }

  const wrapped: Journal = {
    ...journal,
    async transitionRun(id, to, at) {
      const record = await journal.transitionRun(id, to, at);
      if (record !== null && record.finishedAt !== null) later(() => copyNow(id));
      return record;
    },
    async forgetEntries(id, at) {
      const isForgotten = await journal.forgetEntries(id, at);
      if (isForgotten) later(() => copyNow(id));
      return isForgotten;
    },
    async listRuns() {
      const runs = await journal.listRuns();
      // Those of older versions, and the cancelled ones whose last outcome became known.
      runs.forEach(copy);
      return runs;
    },
    // In its turn: a copy at the same time would make the secret of the history again.
    removeAll: (at) => inTurn(() => removeAll(at)),
  };
  return { journal: wrapped, settled };

  /** Resolves when no copy is under way, also none that another copy has led to. */
  async function settled(): Promise<void> {
    for (let before: unknown; before !== last;) {
      before = last;
      await last;
    }
  }

  async function removeAll(at: number): Promise<readonly JournalRun[]> {
    const needed = await journal.removeAll(at);
    if (needed.length > 0) return needed;
    // Not an attempt: an admin who deletes everything must learn that something is left.
    await copies.clear();
    tried.clear();
    return needed;
  }

  async function copyNow(id: RunId): Promise<void> {
    const run = await journal.readRun(id);
    if (run !== null) copy(run);
  }
}

/** Whether the copy of a run is to have its values. */
function keepsValues({ record, values }: JournalRun): boolean {
  return record.keepsNothing !== true && values.kind === 'kept';
}

async function restore(journal: Journal, copies: HistoryCopies, id: RunId): Promise<void> {
  const copy = await copies.read(id);
  if (copy === null) return;
  const { entries } = copy;
  const values = entries === null && copy.run.values.kind === 'kept' ? LOST : copy.run.values;
  // Its end is not shown once more: it may be weeks ago.
  await journal.restoreEnded({ ...copy.run, values, isEndSeen: true }, entries ?? []); // null: deleted
}

/** Values whose secret or copy is gone: nobody has noted when. */
const LOST = { kind: 'deleted', at: null } as const;
