import type { Entry, RunId } from '../../journal/entry';
import { ok, type Result } from '../../result';
import type { BackgroundClient } from '../../rpc/client/background-client';
import type { RunProblem } from '../../rpc/contract/background-contract';

/** Entries in one message. */
const ENTRIES_PER_MESSAGE = 1000;

/**
 * The first `total` entries of a run that can be read, in the order of the sheet; or why the
 * background does not give them. Those that are missing cannot be read any more.
 */
export async function readEntries(
  background: BackgroundClient,
  run: RunId,
  total: number,
): Promise<Result<readonly Entry[], RunProblem>> {
  const entries: Entry[] = [];
  for (let from = 0; from < total; from += ENTRIES_PER_MESSAGE) {
    const part = await background.call({
      kind: 'list-entries',
      run,
      from,
      count: Math.min(ENTRIES_PER_MESSAGE, total - from),
    });
    if (!part.ok) return part;
    entries.push(...part.value);
  }
  // A run with a trial has sent its rows first.
  return ok(entries.toSorted((a, b) => a.change.row - b.change.row));
}
