import type { Secrets } from '../secrets/secrets';
import type { RunId } from './entry';
import { JournalFault, type Journal } from './journal';
import type { RunBackups } from './run-backups';
import { runOfSecret } from './sealed-records';

/**
 * Removes the secrets of runs that are not there, or whose values are deleted: a kill may come
 * between a deletion and the removal of its secret. To be called before a run is created.
 */
export async function removeLeftoverSecrets(
  secrets: Secrets,
  journal: Journal,
  backups: Pick<RunBackups, 'list'>,
): Promise<void> {
  const needed = new Set<string>((await backups.list()).map(({ run }) => run));
  for (const name of await secrets.names()) {
    const run = runOfSecret(name);
    if (run === null || needed.has(run)) continue;
    if (await isWithoutValues(journal, run)) await secrets.remove(name);
  }
}

/** A run that cannot be read may be read by another version. */
async function isWithoutValues(journal: Journal, run: RunId): Promise<boolean> {
  try {
    const found = await journal.readRun(run);
    return found === null || found.values.kind === 'deleted';
  } catch (error) {
    if (error instanceof JournalFault && error.detail === 'damaged') return false;
    throw error;
  }
}
