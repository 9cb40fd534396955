import type { Entry, RunId } from '../journal/entry';
import { ok, type Result } from '../result';
import type { BackgroundClient } from '../rpc/background-client';
import type { RunProblem } from '../rpc/background-contract';

/** Entries in one message. */
const ENTRIES_PER_MESSAGE = 1000;

/** All entries of a run in the order of the sheet; fewer than `total` when the journal has fewer. */
export async function readEntries(
  background: BackgroundClient,
  run: RunId,
  total: number,
): Promise<Result<readonly Entry[], RunProblem>> {
  const entries: Entry[] = [];
  while (entries.length < total) {
    const part = await background.call<'list-entries'>({
      kind: 'list-entries',
      run,
      from: entries.length,
      count: ENTRIES_PER_MESSAGE,
    });
    if (!part.ok) return part;
    if (part.value.length === 0) break;
    entries.push(...part.value);
  }
  return ok(entries);
}
