import type { Entry, RunId } from './entry';
import { totalOf } from './entry-counts';
import type { Journal } from './journal';

/** Entries that are read at once. */
const AT_ONCE = 5_000;

/**
 * Reads the entries of a run, in parts, in the order in which they are sent. Unreadable ones are
 * missing; a part without any readable one is empty, and the parts behind it still come. Rejects
 * with a JournalFault as the journal does.
 */
export async function* entriesOf(
  journal: Pick<Journal, 'readRun' | 'listEntries'>,
  run: RunId,
  atOnce = AT_ONCE,
): AsyncGenerator<readonly Entry[]> {
  const found = await journal.readRun(run);
  const total = found === null ? 0 : totalOf(found.counts); // removed: none
  for (let from = 0; from < total; from += atOnce) yield await journal.listEntries(run, from, atOnce);
}
