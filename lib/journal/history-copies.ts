import type { Entry, RunId } from './entry';
import type { JournalRun } from './journal';

/** A run that is over, as its copy has it. `entries`: null where its values are deleted. */
export interface HistoryCopy {
  readonly run: JournalRun;
  readonly entries: readonly Entry[] | null;
}

/**
 * Copies of the runs that are over, kept outside the journal's database for the same reason as the
 * backups of those under way (run-backups.ts): Chromium deletes a damaged database whole, and the
 * history and what can be undone would go with it.
 *
 * 1. A line (what, when, by whom, how it ended) is closed with the secret of the history, values
 * with
 *    that of their run. So removing the secret of a run deletes its values here as well.
 * 2. `save` is atomic for each of the two. Values come first: a line without them is of a run whose
 *    values are deleted.
 * 3. Copies are checked when they are read. A damaged line is a JournalFault. Values that are
 * damaged
 *    or cut count as deleted: an undo of a part would look like one of the whole.
 *
 * A call rejects with a JournalFault when the browser refuses to read or write.
 */
export interface HistoryCopies {
  /** Saves a run, with its entries in order and in parts of any size, or without (null). */
  save(run: JournalRun, entries: AsyncIterable<readonly Entry[]> | null): Promise<void>;
  /** Lists what is there, and removes what a killed write has left. Not to be called during one. */
  list(): Promise<readonly { readonly run: RunId; readonly hasValues: boolean }[]>;
  /** Null for a run that was not saved. */
  read(run: RunId): Promise<HistoryCopy | null>;
  /** Removes all copies. */
  clear(): Promise<void>;
}
