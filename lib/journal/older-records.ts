import type { Seal } from '../secrets/seal';
import type { Secrets } from '../secrets/secrets';
import type { Entry, RunId } from './entry';
import type { JournalRun } from './journal';
import { ofRun, type JournalDatabase } from './journal-database';
import { entrySchema, journalRunSchema } from './run-schema';
import { closeChange, closeState } from './sealed-entries';
import { closeHeader, closeRunState, HISTORY_SECRET, secretOf } from './sealed-records';
import type { StoredEntry, StoredRun } from './stored-records';

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
  const closed = await closedRun(secrets, run);
  const found: readonly unknown[] = isKept
    ? await database.read((data) => data.getAll('entries', ofRun(id)))
    : [];
  const entries: StoredEntry[] = [];
  for (const raw of found) {
    const entry = entrySchema.safeParse(raw).data;
    if (entry !== undefined && seal !== null) entries.push(await closedEntry(seal, id, entry));
  }
  await database.write(async (transaction) => {
    const store = transaction.objectStore('entries');
    await Promise.all(entries.map((entry) => store.put(entry)));
    await transaction.objectStore('runs').put(closed);
  });
}

async function closedRun(secrets: Secrets, run: JournalRun): Promise<StoredRun> {
  const { record, counts, partly, creditsSpent, values, isEndSeen } = run;
  const { state, ...words } = await closeRunState(secrets, record.id, record.state);
  return {
    id: record.id,
    header: await closeHeader(await secrets.make(HISTORY_SECRET), record),
    ...words,
    standing: { state, finishedAt: record.finishedAt },
    counts,
    ...(partly > 0 && { partly }),
    creditsSpent,
    ...(values.kind === 'deleted' && { forgotten: true }),
    ...(values.kind === 'deleted' && values.at !== null && { forgottenAt: values.at }),
    ...(isEndSeen && { seen: true }),
  };
}

async function closedEntry(seal: Seal, run: RunId, { position, change, state }: Entry): Promise<StoredEntry> {
  const closed = await closeChange(seal, run, change);
  return { ...closed, ...(await closeState(seal, run, closed.credential, state)), position };
}
