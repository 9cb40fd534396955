import type { Change } from '../credential/change';
import type { Entry, EntryState, RunId, RunRecord, RunState } from './entry';
import type { EntryCounts } from './entry-counts';

/** A run with what is known of its entries without reading them. */
export interface JournalRun {
  readonly record: RunRecord;
  readonly counts: EntryCounts;
  /** Credits of the renewals that were sent and are applied. */
  readonly creditsSpent: number;
  /** Its entries, with the values in them, were taken away; what is left says that it was, and how it ended. */
  readonly forgotten?: true;
  /** When that was; missing in runs of before it was recorded. */
  readonly forgottenAt?: number;
  /** A panel has shown how it ended; not, when something was settled since. */
  readonly seen?: true;
}

/**
 * What is durable of all runs. Its obligations, which the contract suite proves for each Journal:
 *
 * 1. When a promise resolves, what it wrote outlives the browser being killed (`durability: 'strict'`).
 * 2. Each call is one transaction: all of it or nothing, and nothing but the journal is waited for inside.
 * 3. A run holds a credential at most once: a change of one that it has is not added again.
 * 4. Entries are numbered from 0 in the order in which they were added, without gaps, and only while `preparing`.
 * 5. An entry makes only the transitions of `transitions.ts`; any other is a bug and throws, and nothing is changed.
 * 6. A run makes only the transitions of `transitions.ts`; another one changes nothing and answers null (a pause may meet the end).
 * 7. Counts and credits always agree with the entries, and stay when these are forgotten.
 * 8. What is read back was checked; a damaged record that is asked for is a JournalFault, never a guess. In lists it is left out, and
 *    their length says so: a run is told of what can be read of it.
 * 9. What was recorded by an older version of ours is read as it is: what that did not record is missing.
 *
 * A call rejects with a JournalFault when the browser does not let it read or write (denied, disk full, evicted).
 */
export interface Journal {
  /** Writes down a run without entries. Its id is new. */
  createRun(record: RunRecord): Promise<void>;
  /**
   * Writes a run down again that the browser has lost, where it stood. Its entries are `sent`: of none is it known whether its
   * request has left, and reading tells. Nothing happens when there is such a run.
   */
  restoreRun(record: RunRecord, changes: readonly Change[]): Promise<void>;
  /** Takes a run away with its entries that has not begun. Answers false, and nothing happens, when it has; there may be none. */
  removeRun(run: RunId): Promise<boolean>;
  /**
   * Takes away the entries of a run that is over and has none open: names, e-mails, old and new values. The run itself
   * stays, with `at` as `forgottenAt`. Answers whether there was such a run with entries to forget.
   */
  forgetEntries(run: RunId, at: number): Promise<boolean>;
  /**
   * Takes all runs away with their entries, those too that cannot be read any more (nobody can go on with such a one), or
   * none at all: when some are under way or have an entry open, and were not cancelled more than a day before `at`. Answers
   * those, none when all were taken away.
   */
  removeAll(at: number): Promise<readonly JournalRun[]>;
  /**
   * Adds changes to a run that is being prepared, the first of them at position `from`. Those whose position is there
   * already are passed over, so that a part may be said twice; behind a gap nothing is added. Answers how many entries
   * there are then, or null when there is no such run or it has begun.
   */
  addChanges(run: RunId, from: number, changes: readonly Change[]): Promise<number | null>;
  /**
   * Notes that the end of a run was shown. Answers whether it is over, with nothing left to be cancelled, and was not seen
   * before. What of it is settled later makes it unseen again.
   */
  markSeen(run: RunId): Promise<boolean>;
  readRun(run: RunId): Promise<JournalRun | null>;
  /**
   * All runs that can be read, the latest first. One that cannot (of a newer version that was taken back) is nothing that anybody
   * could go on with, and is not to keep the others from going on.
   */
  listRuns(): Promise<readonly JournalRun[]>;
  /** How many runs cannot be read. */
  countUnreadable(): Promise<number>;
  /** Moves a run; `at` is kept as `finishedAt` when that ends it. Null when there is no such run or no such move. */
  transitionRun(run: RunId, to: RunState, at: number): Promise<RunRecord | null>;
  /** Moves an entry and gives it as it is then. */
  transitionEntry(run: RunId, position: number, to: EntryState): Promise<Entry>;
  /**
   * Settles as `not-known` what is open of a run and cannot be read, or is not there though it was counted, and says how many
   * those are. What is stored of them stays, for a version of ours that can read it.
   */
  settleUnreadable(run: RunId): Promise<number>;
  /** The first unsettled entries behind a position (-1 for all), in the order of the sheet. */
  openEntries(run: RunId, behind: number, limit: number): Promise<readonly Entry[]>;
  /** Entries at `count` positions from one on, in the order of the sheet, without those that cannot be read. */
  listEntries(run: RunId, from: number, count: number): Promise<readonly Entry[]>;
  /** Moves up to `limit` planned entries to cancelled and says how many. */
  cancelPlanned(run: RunId, limit: number): Promise<number>;
}

/** The journal cannot be read or written. `detail` is the browser's name of the error, never a value. */
export class JournalFault extends Error {
  readonly detail: string;

  constructor(detail: string) {
    super(`journal: ${detail}`);
    this.name = 'JournalFault';
    this.detail = detail;
  }
}
