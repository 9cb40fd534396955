import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { faultOf } from './journal-faults';
import type { StoredEntry, StoredRun } from './stored-records';

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
export type Writing = IDBPTransaction<JournalSchema, ('runs' | 'entries')[], 'readwrite'>;

const NAME = 'update-credentials';
/** 2: records are closed (stored-records.ts). A version that knows 1 only refuses to open it. */
const VERSION = 2;

/** The database of the journal. Both calls reject with a JournalFault when the browser refuses. */
export interface JournalDatabase {
  /**
   * Does the work in one strict transaction. Resolves when it is on the disk, and aborts it when
   * the work throws. Inside it, nothing but the database is waited for.
   */
  readonly write: <T>(work: (transaction: Writing) => Promise<T>) => Promise<T>;
  readonly read: <T>(work: (database: Database) => Promise<T>) => Promise<T>;
}

/** Opens the database. Rejects with the browser's error when that refuses. */
export async function openJournalDatabase(name = NAME): Promise<JournalDatabase> {
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
      upgrade(created, before) {
        // Version 2 has other records in the same stores: older-records.ts closes those of 1.
        if (before > 0) return;
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
  const connected = () => opened ?? connect();
  await connected();

  return {
    async write(work) {
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
    },
    async read(work) {
      try {
        return await work(await connected());
      } catch (error) {
        throw faultOf(error);
      }
    },
  };
}

/** All keys of a run's entries. */
export function ofRun(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, -Infinity], [id, Infinity]);
}

/** The keys of a run's open entries, by the index. `after`: a position. */
export function openOf(id: string, after = -Infinity): IDBKeyRange {
  return IDBKeyRange.bound([id, 1, after], [id, 1, Infinity], true);
}

function abort(transaction: Writing): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself, with the error that is being thrown.
  }
}

/** Counts the records of each table, by the table's name, with a connection of its own. */
export async function countRecords(name = NAME): Promise<readonly (readonly [string, number])[]> {
  const database = await openJournalDatabase(name);
  return database.read(async (tables) => {
    const counts = await Promise.all(
      [...tables.objectStoreNames].map(async (table) => [table, await tables.count(table)] as const),
    );
    tables.close();
    return counts;
  });
}
