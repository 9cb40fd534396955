import type { Change } from '../../credential/change';
import type { RunId } from '../../journal/entry';
import type { OpenRuns } from './open-runs';
import { changesIn } from './wanted-values';

/**
 * The changes of a run that was written down, in parts; none while the journal cannot be opened.
 */
export async function* changesInJournal(open: OpenRuns, run: RunId): AsyncIterable<readonly Change[]> {
  const runs = await open();
  if (!runs.ok) return; // the command finds so too
  yield* changesIn(runs.value.journal, run);
}
