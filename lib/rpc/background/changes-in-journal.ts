import type { Change } from '../../credential/change';
import type { RunId } from '../../journal/entry';
import type { OpenRuns } from './open-runs';

/** Entries that are read at once, to be counted. */
const PART = 5_000;

/** The changes of a run that was written down, in parts. */
export async function* changesInJournal(open: OpenRuns, run: RunId): AsyncIterable<readonly Change[]> {
  const runs = await open();
  if (!runs.ok) return; // the command finds so too
  for (let from = 0; ; from += PART) {
    const entries = await runs.value.journal.listEntries(run, from, PART);
    if (entries.length === 0) return;
    yield entries.map(({ change }) => change);
  }
}
