import { openDB, type IDBPDatabase } from 'idb';
import type { RunRecord } from '../../lib/journal/entry';
import { NO_ENTRIES } from '../../lib/journal/entry-counts';
import { headerOf } from './background-world';
import { PREPARED } from './prepared-run';

/** The database of a version before 0.3, with a run whose records are in the clear. */
export async function olderDatabase(name: string): Promise<IDBPDatabase> {
  const database = await openDB(name, 1, {
    upgrade(created) {
      created.createObjectStore('runs', { keyPath: 'id' });
      const entries = created.createObjectStore('entries', { keyPath: ['run', 'position'] });
      entries.createIndex('open', ['run', 'open', 'position']);
      entries.createIndex('credential', ['run', 'credential'], { unique: true });
    },
  });
  await addOlderRun(database);
  return database;
}

/** Adds it with its entries, which are planned. */
export async function addOlderRun(
  database: IDBPDatabase,
  more: Partial<RunRecord> = {},
  noted: object = {},
): Promise<void> {
  const record = {
    ...headerOf(PREPARED),
    id: 'a',
    createdAt: 1,
    finishedAt: null,
    state: { kind: 'running' },
    ...more,
  };
  const counts = { ...NO_ENTRIES, planned: PREPARED.length };
  await database.put('runs', { id: record.id, record, counts, creditsSpent: 0, ...noted });
  for (const [position, change] of PREPARED.entries()) {
    const { credential } = change;
    const state = { kind: 'planned' };
    await database.put('entries', { run: record.id, position, credential, change, state, open: 1 });
  }
}
