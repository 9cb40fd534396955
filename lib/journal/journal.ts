import type { Change } from '../credential/change';
import type { Entry, EntryState, RunId, RunRecord, RunState } from './entry';
import type { EntryCounts } from './entry-counts';

/** A run, with what is known of its entries without reading them. */
export interface JournalRun {
  readonly record: RunRecord;
  readonly counts: EntryCounts;
  /** Entries of which a part of the fields is written (written-fields.ts); 0 in older records. */
  readonly partly: number;
  /** Credits of the renewals that were sent and are applied. */
  readonly creditsSpent: number;
  /**
   * Whether its entries are still there, and with them names, e-mails, old and new values. `at`:
   * when they were deleted, in milliseconds since 1970; null in runs of versions that did not
   * record it.
   */
  readonly values: { readonly kind: 'kept' } | { readonly kind: 'deleted'; readonly at: number | null };
  /** Whether a panel has shown how it ended. False again when an entry was settled since. */
  readonly isEndSeen: boolean;
}

/**
 * The write-ahead log of all runs. Its obligations, which the contract suite proves for each
 * Journal:
 *
 * 1. Durable: when a promise resolves, what it wrote survives a kill of the browser (`durability:
 *    'strict'`).
 * 2. Atomic: each call is one transaction. Inside it, nothing but the journal is waited for.
 * 3. A run has a credential at most once. A second change of it is not added.
 * 4. Entries are numbered from 0 in the order in which they are added, without gaps, and only while
 *    `preparing`.
 * 5. An entry makes only the transitions of `transitions.ts`. Any other one is a bug: it throws and
 *    changes nothing.
 * 6. A run makes only the transitions of `transitions.ts`. Any other one changes nothing and
 *    answers null, because a pause may meet the end of the run.
 * 7. Counts and credits always agree with the entries. They stay when the entries are deleted.
 * 8. Records are checked when they are read. A damaged record that is asked for is a JournalFault,
 *    never a guess. Lists leave it out.
 * 9. Records of older versions are read. What those did not record is missing, never made up.
 *
 * A call rejects with a JournalFault when the browser refuses to read or write (denied, disk full,
 * evicted).
 */
export interface Journal {
  /** Creates a run without entries. Its id is new. */
  createRun(record: RunRecord): Promise<void>;
  /**
   * Restores a run that the browser has lost, in the state of its record. All its entries are
   * `sent`, because none is known not to have left, and reading settles them. Does nothing when the
   * run is there.
   */
  restoreRun(record: RunRecord, changes: readonly Change[]): Promise<void>;
  /**
   * Restores a run that is over and that the browser has lost, with its counts and its entries as
   * they ended. Does nothing when the run is there.
   */
  restoreEnded(run: JournalRun, entries: readonly Entry[]): Promise<void>;
  /**
   * Removes a run that has not begun, if there is one. Answers false, and changes nothing, when it
   * has begun.
   */
  removeRun(run: RunId): Promise<boolean>;
  /**
   * Deletes the entries of a run that is over with none open: names, e-mails, old and new values.
   * The run itself stays, with `at` as the time. Answers whether there was such a run with entries
   * to delete.
   */
  forgetEntries(run: RunId, at: number): Promise<boolean>;
  /**
   * Removes all runs with their entries, unreadable ones too, because nobody could continue those.
   * Removes none when some are under way or have an entry open (cancelled runs: until a day before
   * `at`), and answers these.
   */
  removeAll(at: number): Promise<readonly JournalRun[]>;
  /**
   * Adds changes to a run that is `preparing`, the first of them at position `from`. Positions that
   * are there are skipped, so that a part may be sent twice. After a gap nothing is added. Answers
   * the number of entries then; null when there is no such run or it has begun.
   */
  addChanges(run: RunId, from: number, changes: readonly Change[]): Promise<number | null>;
  /**
   * Notes that a panel has shown the end of a run. Answers whether this was the first time, and the
   * run over with nothing left to be cancelled. An entry that is settled later makes the end unseen
   * again.
   */
  markSeen(run: RunId): Promise<boolean>;
  readRun(run: RunId): Promise<JournalRun | null>;
  /**
   * Lists the runs that can be read, the latest first. One that cannot (a newer version wrote it,
   * and was downgraded) must not keep the others from continuing.
   */
  listRuns(): Promise<readonly JournalRun[]>;
  /** Counts the runs that cannot be read. */
  countUnreadable(): Promise<number>;
  /**
   * Changes the state of a run; `at` becomes `finishedAt` when that ends it. Null: no such run, or
   * no such transition.
   */
  transitionRun(run: RunId, to: RunState, at: number): Promise<RunRecord | null>;
  /** Changes the state of an entry and answers the entry. */
  transitionEntry(run: RunId, position: number, to: EntryState): Promise<Entry>;
  /**
   * Settles as `not-known` the open entries of a run that cannot be read, or were counted and are
   * not there. Answers how many. What is stored of them stays, for a version that can read it.
   */
  settleUnreadable(run: RunId): Promise<number>;
  /**
   * Reads the first open entries after a position (-1: from the first one), in the order of the
   * sheet.
   */
  openEntries(run: RunId, after: number, limit: number): Promise<readonly Entry[]>;
  /**
   * Reads the entries at `count` positions from `from` on, in the order of the sheet, without
   * unreadable ones.
   */
  listEntries(run: RunId, from: number, count: number): Promise<readonly Entry[]>;
  /** Cancels up to `limit` planned entries and answers how many. */
  cancelPlanned(run: RunId, limit: number): Promise<number>;
}

/** A run as it is created or restored. */
export function newRun(record: RunRecord, counts: EntryCounts): JournalRun {
  return { record, counts, partly: 0, creditsSpent: 0, values: { kind: 'kept' }, isEndSeen: false };
}

/**
 * Thrown when the journal cannot be read or written. `detail`: the browser's name of the error,
 * never a value.
 */
export class JournalFault extends Error {
  readonly detail: string;

  constructor(detail: string) {
    super(`journal: ${detail}`);
    this.name = 'JournalFault';
    this.detail = detail;
  }
}
