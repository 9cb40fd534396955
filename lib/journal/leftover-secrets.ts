import type { Secrets } from '../secrets/secrets';
import type { RunId } from './entry';
import type { HistoryCopies } from './history-copies';
import type { Journal } from './journal';
import { readUnlessDamaged } from './journal-faults';
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
  copies: Pick<HistoryCopies, 'list'>,
): Promise<void> {
  const needed = new Set<string>((await backups.list()).map(({ run }) => run));
  // Those that the disk refused to restore just now. The next start tries again.
  for (const { run, hasValues } of await copies.list())
    if (hasValues && !needed.has(run) && (await isMissing(journal, run))) needed.add(run);
  for (const name of await secrets.names()) {
    const run = runOfSecret(name);
    if (run === null || needed.has(run)) continue;
    if (await isWithoutValues(journal, run)) await secrets.remove(name);
  }
}

async function isMissing(journal: Journal, run: RunId): Promise<boolean> {
  return (await readUnlessDamaged(journal, run)) === null;
}

/** A run that cannot be read may be read by another version. */
async function isWithoutValues(journal: Journal, run: RunId): Promise<boolean> {
  const found = await readUnlessDamaged(journal, run);
  return found !== 'damaged' && (found === null || found.values.kind === 'deleted');
}
