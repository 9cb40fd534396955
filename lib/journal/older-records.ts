import type { Secrets } from '../secrets/secrets';
import type { JournalRun } from './journal';
import { ofRun, type JournalDatabase } from './journal-database';
import { entrySchema, journalRunSchema } from './run-schema';
import { closeEntry } from './sealed-entries';
import { closeRun, secretOf } from './sealed-records';
import type { StoredEntry } from './stored-records';

/**
 * Closes the records that a version before 0.3 stored as they are, run by run. What cannot be read
 * stays as it is, and is reported as unreadable. A kill leaves a run as it was or closed.
 *
 * The bytes of the records before stay in the database's files until the browser compacts them
 * (docs/limits.md, On this computer).
 */
export async function closeOlderRecords(database: JournalDatabase, secrets: Secrets): Promise<void> {
  const stored: readonly unknown[] = await database.read((data) => data.getAll('runs'));
  for (const raw of stored) {
    if (typeof raw !== 'object' || raw === null || 'header' in raw) continue;
    const run = journalRunSchema.safeParse(raw).data;
    if (run !== undefined) await closeOlderRun(database, secrets, run);
  }
}

async function closeOlderRun(database: JournalDatabase, secrets: Secrets, run: JournalRun): Promise<void> {
  const { id } = run.record;
  const isKept = run.values.kind === 'kept';
  const seal = isKept ? await secrets.make(secretOf(id)) : null;
  const closed = await closeRun(secrets, run);
  const found: readonly unknown[] = isKept
    ? await database.read((data) => data.getAll('entries', ofRun(id)))
    : [];
  const entries: StoredEntry[] = [];
  for (const raw of found) {
    const entry = entrySchema.safeParse(raw).data;
    if (entry !== undefined && seal !== null) entries.push(await closeEntry(seal, entry));
  }
  await database.write(async (transaction) => {
    const store = transaction.objectStore('entries');
    await Promise.all(entries.map((entry) => store.put(entry)));
    await transaction.objectStore('runs').put(closed);
  });
}
