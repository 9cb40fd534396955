import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { Change } from '../credential/change';
import { failed, ok, type Result } from '../result';
import type { Entry, EntryState, RunId, RunRecord, RunState } from './entry';
import { countTransition, NO_ENTRIES, openEntriesOf, totalOf } from './entry-counts';
import { newRun, type Journal, type JournalRun } from './journal';
import { checked, faultOf, nameOf, readable } from './journal-faults';
import {
  creditsTaken,
  isSettled,
  mayForget,
  mayTransition,
  mayTransitionRun,
  mayRemove,
  maySee,
  RESTORED,
} from './transitions';
import { entrySchema, journalRunSchema } from './run-schema';
import { storedEntry, storedRun, type StoredEntry, type StoredRun } from './stored-records';

// The one file that knows IndexedDB.

interface JournalSchema extends DBSchema {
  runs: { key: string; value: StoredRun };
  entries: {
    key: [string, number];
    value: StoredEntry;
    indexes: { open: [string, number, number]; credential: [string, string] };
  };
}

type Database = IDBPDatabase<JournalSchema>;
type Writing = IDBPTransaction<JournalSchema, ('runs' | 'entries')[], 'readwrite'>;

const NAME = 'update-credentials';
const VERSION = 1;

/** Opens the journal, or says why the browser refuses (private windows, policies, a full disk). */
export async function openIdbJournal(
  name = NAME,
): Promise<Result<Journal, { readonly code: 'journal-unavailable'; readonly detail: string }>> {
  /**
   * Null once the browser has closed it (its data are cleared, a newer version waits): the next
   * call opens it again.
   */
  let opened: Promise<Database> | null = null;
  const connect = (): Promise<Database> => {
    const lost = () => {
      if (opened === mine) opened = null;
    };
    const mine = openDB<JournalSchema>(name, VERSION, {
      upgrade(created) {
        created.createObjectStore('runs', { keyPath: 'id' });
        const entries = created.createObjectStore('entries', { keyPath: ['run', 'position'] });
        entries.createIndex('open', ['run', 'open', 'position']);
        entries.createIndex('credential', ['run', 'credential'], { unique: true });
      },
      blocking(_old, _new, event) {
        (event.target as IDBDatabase).close();
        lost();
      },
      terminated: lost,
    });
    mine.catch(lost);
    return (opened = mine);
  };
  try {
    await connect();
    return ok(createIdbJournal(() => opened ?? connect()));
  } catch (error) {
    return failed({ code: 'journal-unavailable', detail: nameOf(error) });
  }
}

function createIdbJournal(connected: () => Promise<Database>): Journal {
  /**
   * Does the work in one strict transaction. Resolves when it is on the disk, and aborts it when
   * the work throws.
   */
  const write = async <T>(work: (transaction: Writing) => Promise<T>): Promise<T> => {
    const transaction = await connected()
      .then((database) => database.transaction(['runs', 'entries'], 'readwrite', { durability: 'strict' }))
      .catch((error: unknown) => {
        throw faultOf(error);
      });
    // The `await` below handles it; without this, an aborted one would also be an unhandled
    // rejection.
    transaction.done.catch(() => {});
    try {
      const result = await work(transaction);
      await transaction.done;
      return result;
    } catch (error) {
      abort(transaction);
      throw faultOf(error);
    }
  };
  const read = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
    try {
      return await work(await connected());
    } catch (error) {
      throw faultOf(error);
    }
  };

  return {
    createRun: (record) =>
      write(async (transaction) => {
        await transaction.objectStore('runs').add(storedRun(newRun(record, NO_ENTRIES)));
      }),
    restoreRun: (record, changes) => write((transaction) => restoreRun(transaction, record, changes)),
    removeRun: (id) =>
      write(async (transaction) => {
        const run = await runIn(transaction, id);
        if (run !== null && run.record.state.kind !== 'preparing') return false;
        await transaction.objectStore('entries').delete(ofRun(id));
        await transaction.objectStore('runs').delete(id);
        return true;
      }),
    forgetEntries: (id, at) =>
      write(async (transaction) => {
        const run = await runIn(transaction, id);
        if (run === null || !mayForget(run)) return false;
        await transaction.objectStore('entries').delete(ofRun(id));
        await putRun(transaction, { ...run, values: { kind: 'deleted', at } });
        return true;
      }),
    removeAll: (at) => write((transaction) => removeAll(transaction, at)),
    markSeen: (id) =>
      write(async (transaction) => {
        const run = await runIn(transaction, id);
        if (run === null || !maySee(run)) return false;
        await putRun(transaction, { ...run, isEndSeen: true });
        return true;
      }),
    addChanges: (id, from, changes) => write((transaction) => addChanges(transaction, id, from, changes)),
    readRun: (id) =>
      read(async (database) => {
        const run = await database.get('runs', id);
        return run === undefined ? null : checked(journalRunSchema, run);
      }),
    listRuns: () =>
      read(async (database) => {
        const runs = readable(journalRunSchema, await database.getAll('runs'));
        return runs.toSorted((a, b) => b.record.createdAt - a.record.createdAt);
      }),
    countUnreadable: () =>
      read(async (database) => {
        const runs = await database.getAll('runs');
        return runs.length - readable(journalRunSchema, runs).length;
      }),
    transitionRun: (id, to, at) => write((transaction) => transitionRun(transaction, id, to, at)),
    transitionEntry: (id, position, to) =>
      write((transaction) => transitionEntry(transaction, id, position, to)),
    openEntries: (id, after, limit) =>
      read(async (database) => {
        const range = IDBKeyRange.bound([id, 1, after], [id, 1, Infinity], true);
        const entries = await database.getAllFromIndex('entries', 'open', range, limit);
        return entries.map((entry) => checked(entrySchema, entry));
      }),
    listEntries: (id, from, count) =>
      read(async (database) => {
        if (count <= 0) return [];
        const range = IDBKeyRange.bound([id, from], [id, from + count], false, true);
        return readable(entrySchema, await database.getAll('entries', range));
      }),
    settleUnreadable: (id) => write((transaction) => settleUnreadable(transaction, id)),
    cancelPlanned: (id, limit) => write((transaction) => cancelPlanned(transaction, id, limit)),
  };
}

async function transitionRun(
  transaction: Writing,
  id: RunId,
  to: RunState,
  at: number,
): Promise<RunRecord | null> {
  const run = await runIn(transaction, id);
  if (run === null || !mayTransitionRun(run.record.state, to)) return null;
  const isOver = to.kind === 'finished' || to.kind === 'cancelled';
  const record = { ...run.record, state: to, finishedAt: isOver ? at : null };
  await putRun(transaction, { ...run, record });
  return record;
}

async function transitionEntry(
  transaction: Writing,
  id: RunId,
  position: number,
  to: EntryState,
): Promise<Entry> {
  const run = await runIn(transaction, id);
  const stored = await transaction.objectStore('entries').get([id, position]);
  if (run === null || stored === undefined) throw new Error('the entry to be changed is not in the journal');
  const entry = checked(entrySchema, stored);
  if (!mayTransition(entry.state, to))
    throw new Error(`no entry goes from ${entry.state.kind} to ${to.kind}`);
  const changed = { ...entry, state: to };
  await transaction.objectStore('entries').put(storedEntry(changed));
  await putRun(transaction, {
    ...run,
    counts: countTransition(run.counts, entry.state.kind, to.kind),
    creditsSpent: run.creditsSpent + creditsTaken(entry.change, entry.state, to),
    // A panel may have shown an earlier state.
    isEndSeen: false,
  });
  return changed;
}

async function removeAll(transaction: Writing, at: number): Promise<readonly JournalRun[]> {
  const stored = await transaction.objectStore('runs').getAll();
  const needed = readable(journalRunSchema, stored).filter((run) => !mayRemove(run, at));
  if (needed.length > 0) return needed;
  for (const store of ['entries', 'runs'] as const) await transaction.objectStore(store).clear();
  return [];
}

async function restoreRun(
  transaction: Writing,
  record: RunRecord,
  changes: readonly Change[],
): Promise<void> {
  const { id } = record;
  if ((await transaction.objectStore('runs').getKey(id)) !== undefined) return;
  const counts = countTransition(NO_ENTRIES, null, RESTORED.kind, changes.length);
  await transaction.objectStore('runs').add(storedRun(newRun(record, counts)));
  const entries = transaction.objectStore('entries');
  // All at once: one after the other, 100,000 take half a minute, after which the browser stops a
  // background.
  await Promise.all(
    changes.map((change, position) =>
      entries.add(storedEntry({ run: id, credential: change.credential, position, change, state: RESTORED })),
    ),
  );
}

async function addChanges(
  transaction: Writing,
  id: RunId,
  from: number,
  changes: readonly Change[],
): Promise<number | null> {
  const run = await runIn(transaction, id);
  if (run === null || run.record.state.kind !== 'preparing') return null;
  const entries = transaction.objectStore('entries');
  let { counts } = run;
  const there = totalOf(counts);
  if (from > there) return there;
  for (const change of changes.slice(there - from)) {
    const isThere = await entries.index('credential').getKey([id, change.credential]);
    if (isThere !== undefined) continue;
    const position = totalOf(counts);
    const state = { kind: 'planned' } as const;
    await entries.add(storedEntry({ run: id, credential: change.credential, position, change, state }));
    counts = countTransition(counts, null, 'planned');
  }
  await putRun(transaction, { ...run, counts });
  return totalOf(counts);
}

/** Finds them by subtraction: open by the counts, and not there to be read. */
async function settleUnreadable(transaction: Writing, id: RunId): Promise<number> {
  const run = await runIn(transaction, id);
  if (run === null) return 0;
  const entries = transaction.objectStore('entries');
  const range = IDBKeyRange.bound([id, 1, -Infinity], [id, 1, Infinity]);
  let counts = { ...run.counts, planned: 0, sent: 0, 'in-doubt': 0 };
  let cursor = await entries.index('open').openCursor(range);
  while (cursor !== null) {
    const stored = cursor.value;
    const entry = entrySchema.safeParse(stored);
    if (!entry.success) await cursor.update(asNotKnown(stored));
    else if (!isSettled(entry.data.state)) counts = countTransition(counts, null, entry.data.state.kind);
    cursor = await cursor.continue();
  }
  const missing = openEntriesOf(run.counts) - openEntriesOf(counts);
  if (missing <= 0) return 0;
  await putRun(transaction, { ...run, counts: countTransition(counts, null, 'not-known', missing) });
  return missing;
}

/**
 * Where only the state is unreadable, the entry becomes `not-known` and still says whose it is. Any
 * other record stays as it is, and leaves the index of open entries.
 */
function asNotKnown(stored: StoredEntry): StoredEntry {
  const entry = entrySchema.safeParse({ ...stored, state: { kind: 'not-known' } });
  if (entry.success) return storedEntry(entry.data);
  const closed = { ...stored };
  Reflect.deleteProperty(closed, 'open');
  return closed;
}

async function cancelPlanned(transaction: Writing, id: RunId, limit: number): Promise<number> {
  const run = await runIn(transaction, id);
  if (run === null) return 0;
  const range = IDBKeyRange.bound([id, 1, 0], [id, 1, Infinity]);
  let cursor = await transaction.objectStore('entries').index('open').openCursor(range);
  let cancelled = 0;
  while (cursor !== null && cancelled < limit) {
    const entry = checked(entrySchema, cursor.value);
    if (entry.state.kind === 'planned') {
      await cursor.update(storedEntry({ ...entry, state: { kind: 'cancelled' } }));
      cancelled += 1;
    }
    cursor = await cursor.continue();
  }
  const counts = countTransition(run.counts, 'planned', 'cancelled', cancelled);
  await putRun(transaction, { ...run, counts });
  return cancelled;
}

async function runIn(transaction: Writing, id: RunId): Promise<JournalRun | null> {
  const run = await transaction.objectStore('runs').get(id);
  return run === undefined ? null : checked(journalRunSchema, run);
}

async function putRun(transaction: Writing, run: JournalRun): Promise<void> {
  await transaction.objectStore('runs').put(storedRun(run));
}

function ofRun(id: RunId): IDBKeyRange {
  return IDBKeyRange.bound([id, -Infinity], [id, Infinity]);
}

function abort(transaction: Writing): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself, with the error that is being thrown.
  }
}
