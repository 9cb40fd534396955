import { failed, ok, type Result } from '../result';
import type { Seal } from '../secrets/seal';
import type { Secrets } from '../secrets/secrets';
import { createTurns } from './in-turn';
import type { Entry, RunId } from './entry';
import { countTransition, NO_ENTRIES } from './entry-counts';
import { newRun, type Journal, type JournalRun } from './journal';
import { openJournalDatabase, openOf, type JournalDatabase } from './journal-database';
import { checked, damaged, faultOf, nameOf } from './journal-faults';
import * as transactions from './journal-transactions';
import { loseValues } from './lost-values';
import { closeOlderRecords } from './older-records';
import { closeChange, closeEntry, closeState, openChange, openEntry } from './sealed-entries';
import { closeRun, closeRunState, isOfJournal, openRun, sealOfRun, secretOf } from './sealed-records';
import { storedEntrySchema, type StoredEntry } from './stored-records';
import { RESTORED } from './transitions';
import { extentOf } from './written-fields';

/** Changes or entries that are closed at once. */
const AT_ONCE = 500;

export interface IdbJournalDeps {
  readonly secrets: Secrets;
  readonly now: () => number;
}

/**
 * Opens the journal in IndexedDB, whose records are closed with secrets (stored-records.ts). Fails
 * when the browser refuses the database or the secrets (private windows, policies, a full disk):
 * nothing is kept that could not be forgotten.
 */
export async function openIdbJournal(
  { secrets, now }: IdbJournalDeps,
  name?: string,
): Promise<Result<Journal, { readonly code: 'journal-unavailable'; readonly detail: string }>> {
  try {
    const database = await openJournalDatabase(name);
    await closeOlderRecords(database, secrets);
    await loseValues(database, secrets, now());
    return ok(createIdbJournal(database, secretsOfJournal(secrets)));
  } catch (error) {
    return failed({ code: 'journal-unavailable', detail: nameOf(error) });
  }
}

/** A refusal to read or write a secret is one of the journal. */
function secretsOfJournal(secrets: Secrets): Secrets {
  const faulty = <T>(work: Promise<T>) =>
    work.catch((error: unknown) => {
      throw faultOf(error);
    });
  return {
    make: (name) => faulty(secrets.make(name)),
    get: (name) => faulty(secrets.get(name)),
    names: () => faulty(secrets.names()),
    remove: (name) => faulty(secrets.remove(name)),
    clear: () => faulty(secrets.clear()),
  };
}

function createIdbJournal(database: JournalDatabase, secrets: Secrets): Journal {
  const { write, read } = database;
  /** A run that is made while all are removed would lose its secret, and stay as one unreadable. */
  const inTurn = createTurns();
  const opened = async (stored: readonly unknown[]): Promise<readonly JournalRun[]> => {
    const runs = await Promise.all(stored.map((one) => openRun(secrets, one)));
    return runs.filter((run) => run !== null);
  };
  const readRun = async (id: RunId): Promise<JournalRun | null> => {
    const stored = await read((data) => data.get('runs', id));
    return stored === undefined ? null : ((await openRun(secrets, stored)) ?? damaged());
  };
  /** After the transaction: what is forgotten twice is gone the second time. */
  const forgetSecret = async (id: RunId) => {
    const stored = await read((data) => data.get('runs', id));
    if (stored === undefined || stored.forgotten === true) await secrets.remove(secretOf(id));
  };
  const forgetAllSecrets = async () => {
    for (const name of await secrets.names()) if (isOfJournal(name)) await secrets.remove(name);
  };

  return {
    createRun: (record) =>
      inTurn(async () => {
        // Durable before anything is closed with it.
        await secrets.make(secretOf(record.id));
        const stored = await closeRun(secrets, newRun(record, NO_ENTRIES));
        await write(async (transaction) => {
          await transaction.objectStore('runs').add(stored);
        });
      }),
    async restoreRun(record, changes) {
      const seal = await secrets.make(secretOf(record.id));
      const counts = countTransition(NO_ENTRIES, null, RESTORED.kind, changes.length);
      const stored = await closeRun(secrets, newRun(record, counts));
      const entries: StoredEntry[] = [];
      for (const closed of await closeSome(changes, (change) => closeChange(seal, record.id, change))) {
        const state = await closeState(seal, record.id, closed.credential, RESTORED);
        entries.push({ ...closed, ...state, position: entries.length });
      }
      await write((transaction) => transactions.addRestored(transaction, stored, entries));
    },
    async restoreEnded(run, entries) {
      const stored = await closeRun(secrets, run);
      const seal = entries.length === 0 ? null : await sealOfRun(secrets, run.record.id);
      const closed = seal === null ? [] : await closeSome(entries, (entry) => closeEntry(seal, entry));
      await write((transaction) => transactions.addRestored(transaction, stored, closed));
    },
    async removeRun(id) {
      const isRemoved = await write((transaction) => transactions.removeRun(transaction, id));
      await forgetSecret(id);
      return isRemoved;
    },
    async forgetEntries(id, at) {
      const isForgotten = await write((transaction) => transactions.forgetEntries(transaction, id, at));
      await forgetSecret(id);
      return isForgotten;
    },
    removeAll: (at) =>
      inTurn(async () => {
        const stored = await read((data) => data.getAll('runs'));
        const runs = await opened(stored);
        const readable = new Set<string>(runs.map(({ record }) => record.id));
        const unreadable = new Set(stored.map(({ id }) => id).filter((id) => !readable.has(id)));
        const needed = await write((transaction) => transactions.removeAll(transaction, at, unreadable));
        if (needed.length === 0) await forgetAllSecrets();
        const found = await Promise.all(needed.map((id) => readRun(id as RunId)));
        return found.filter((run) => run !== null);
      }),
    markSeen: (id) => write((transaction) => transactions.markSeen(transaction, id)),
    async addChanges(id, from, changes) {
      // The secret was made with the run. Without one the run is not there, or cannot begin.
      const seal = await secrets.get(secretOf(id));
      if (seal === null) return null;
      const closed = await closeSome(changes, (change) => closeChange(seal, id, change));
      return write((transaction) => transactions.addChanges(transaction, id, from, closed));
    },
    readRun,
    async listRuns() {
      const runs = await opened(await read((data) => data.getAll('runs')));
      return runs.toSorted((a, b) => b.record.createdAt - a.record.createdAt);
    },
    async countUnreadable() {
      const stored = await read((data) => data.getAll('runs'));
      return stored.length - (await opened(stored)).length;
    },
    async transitionRun(id, to, at) {
      const closed = await closeRunState(secrets, id, to);
      const changed = await write((transaction) =>
        transactions.transitionRun(transaction, id, to, at, closed),
      );
      return changed === null ? null : ((await openRun(secrets, changed)) ?? damaged()).record;
    },
    async transitionEntry(id, position, to) {
      const raw = await read((data) => data.get('entries', [id, position]));
      if (raw === undefined) throw new Error(transactions.NO_ENTRY);
      const stored = checked(storedEntrySchema, raw);
      const seal = await sealOfRun(secrets, id);
      const change = (await openChange(seal, stored)) ?? damaged();
      const closed = await closeState(seal, id, stored.credential, to);
      const isPart = extentOf({ change, state: to }) === 'part';
      await write((transaction) =>
        transactions.transitionEntry(transaction, id, position, to, closed, isPart),
      );
      return { run: id, credential: change.credential, position, change, state: to };
    },
    async settleUnreadable(id) {
      const found = await read((data) => data.getAllFromIndex('entries', 'open', openOf(id)));
      const unreadable = await unreadableOf(await secrets.get(secretOf(id)), found);
      return write((transaction) => transactions.settleUnreadable(transaction, id, unreadable));
    },
    async openEntries(id, after, limit) {
      const stored = await read((data) => data.getAllFromIndex('entries', 'open', openOf(id, after), limit));
      if (stored.length === 0) return [];
      const entries = await openAll(await sealOfRun(secrets, id), stored);
      return entries.map((entry) => entry ?? damaged());
    },
    async listEntries(id, from, count) {
      if (count <= 0) return [];
      const range = IDBKeyRange.bound([id, from], [id, from + count], false, true);
      const stored = await read((data) => data.getAll('entries', range));
      if (stored.length === 0) return [];
      const entries = await openAll(await secrets.get(secretOf(id)), stored);
      return entries.filter((entry) => entry !== null);
    },
    cancelPlanned: (id, limit) => write((transaction) => transactions.cancelPlanned(transaction, id, limit)),
  };
}

/** Closes many, some at once: a hundred thousand would all wait in memory. */
async function closeSome<T, C>(all: readonly T[], close: (one: T) => Promise<C>): Promise<readonly C[]> {
  const closed: C[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE)
    closed.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(close))));
  return closed;
}

/** Null for each that cannot be read. */
function openAll(seal: Seal | null, stored: readonly unknown[]): Promise<readonly (Entry | null)[]> {
  return Promise.all(
    stored.map(async (raw) => {
      const entry = storedEntrySchema.safeParse(raw);
      return entry.success ? await openEntry(seal, entry.data) : null;
    }),
  );
}

/** The positions of the entries that cannot be opened; true where their change can. */
async function unreadableOf(
  seal: Seal | null,
  stored: readonly StoredEntry[],
): Promise<ReadonlyMap<number, boolean>> {
  const opened = await openAll(seal, stored);
  const unreadable = new Map<number, boolean>();
  for (const [at, entry] of stored.entries()) {
    if (opened[at] === null) unreadable.set(entry.position, (await openChange(seal, entry)) !== null);
  }
  return unreadable;
}
