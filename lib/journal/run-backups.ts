import type { Change } from '../credential/change';
import type { RunId, RunRecord } from './entry';

/** A run as it was begun, with where it stood last. */
export interface RunBackup {
  readonly record: RunRecord;
  readonly changes: readonly Change[];
}

/**
 * A second copy of what a run under way is to change, kept outside the journal's database, because Chromium throws that
 * away, whole and without a word, when it finds it damaged; and it damages it itself when the browser is killed in the
 * middle of a write and goes on in the same log afterwards (google/leveldb, issue 1287; seen in 1 of about 60 kills during a
 * run, 2026-11). What is to change is written once, before the first request, so no kill during the run meets that being written; where
 * the run stands only when that is another.
 *
 * 1. When `keep` or `note` resolves, what it wrote outlives the browser being killed. (Not the computer: then there is still the journal.)
 * 2. `keep` is whole or not at all: what was kept before stays until the new copy is there.
 * 3. A run that was kept and never noted had not begun: it cannot be read.
 * 4. What is read back was checked; a damaged copy is a JournalFault.
 *
 * A call rejects with a JournalFault when the browser does not let it read or write.
 */
export interface RunBackups {
  /** Keeps what a run is to change; `changes` in the order of the entries, in parts of any size. */
  save(record: RunRecord, changes: AsyncIterable<readonly Change[]>): Promise<void>;
  /** Notes where a run stands that was kept, and when it ended. */
  saveState(record: RunRecord): Promise<void>;
  /** The runs of which anything is there, and whether it was noted where they stand. */
  list(): Promise<readonly { readonly run: RunId; readonly hasState: boolean }[]>;
  /** Takes away what a write left that was killed, which has values in it; not while anything is being written. */
  removeLeftovers(): Promise<void>;
  /** Null for a run that was not kept, or not noted. */
  read(run: RunId): Promise<RunBackup | null>;
  /** Takes the copy of a run away; there may be none. */
  remove(run: RunId): Promise<void>;
  /** Takes all copies away. */
  clear(): Promise<void>;
}
