import type { Secrets } from '../secrets/secrets';
import type { RunId } from './entry';
import type { JournalDatabase } from './journal-database';
import { forgetEntries } from './journal-transactions';
import { secretOf } from './sealed-records';
import { storedRunSchema } from './stored-records';

/**
 * Ends the runs whose secret is gone or damaged, because nobody can read their values any more: a
 * run that was not over is cancelled, and what it may have sent is not known. To be called before
 * anything works on a run. Rejects when a secret cannot be read just now, which is no loss.
 */
export async function loseValues(database: JournalDatabase, secrets: Secrets, at: number): Promise<void> {
  const runs = (await database.read((data) => data.getAll('runs'))).flatMap(
    (raw) => storedRunSchema.safeParse(raw).data ?? [], // no data: unreadable, and left as it is
  );
  const kept = runs.filter(({ forgotten }) => forgotten !== true);
  if (kept.length === 0) return;
  const names = new Set(await secrets.names());
  for (const { id, standing } of kept) {
    // The files of runs that are over are not all opened at each start: they are looked for.
    const isThere =
      standing.finishedAt === null ? (await secrets.get(secretOf(id))) !== null : names.has(secretOf(id));
    if (isThere) continue;
    await database.write((transaction) => forgetEntries(transaction, id as RunId, at, true));
    await secrets.remove(secretOf(id));
  }
}
