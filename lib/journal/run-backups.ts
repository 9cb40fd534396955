import type { Change } from '../credential/change';
import type { RunId, RunRecord } from './entry';

/** A run as it was begun, in its last state that was saved. */
export interface RunBackup {
  readonly record: RunRecord;
  readonly changes: readonly Change[];
}

/**
 * Backups of the runs under way, kept outside the journal's database. Chromium deletes a database
 * that it finds damaged, whole and without an error. It damages one itself when the browser is
 * killed during a write and appends to the same log afterwards (google/leveldb, issue 1287; seen in
 * 1 of about 60 kills during a run, 2026-11). The changes of a run are written once, before its
 * first request, so that no kill during the run meets that write. Its state is written only when it
 * changes.
 *
 * 1. When `save` or `saveState` resolves, what it wrote survives a kill of the browser. (Not a
 *    crash of the computer: then there is still the journal.)
 * 2. `save` is atomic: an earlier backup stays until the new one is there.
 * 3. A run that was saved without a state had not begun: it cannot be read.
 * 4. Backups are checked when they are read. A damaged one is a JournalFault.
 *
 * A call rejects with a JournalFault when the browser refuses to read or write.
 */
export interface RunBackups {
  /** Saves a run with its changes, in the order of the entries and in parts of any size. */
  save(record: RunRecord, changes: AsyncIterable<readonly Change[]>): Promise<void>;
  /** Saves the state of a run that was saved, and when it ended. */
  saveState(record: RunRecord): Promise<void>;
  /** Lists the runs of which anything is there, and whether their state was saved. */
  list(): Promise<readonly { readonly run: RunId; readonly hasState: boolean }[]>;
  /**
   * Removes what a killed write has left, which has values in it, and closes what an older version
   * has left in the clear. Not to be called during a write.
   */
  removeLeftovers(): Promise<void>;
  /** Null for a run that was not saved, or only without its state. */
  read(run: RunId): Promise<RunBackup | null>;
  /** Removes the backup of a run, if there is one. */
  remove(run: RunId): Promise<void>;
  /** Removes all backups. */
  clear(): Promise<void>;
}
