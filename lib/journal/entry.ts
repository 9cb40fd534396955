import type { AttributeId } from '../credential/attribute';
import type { Change } from '../credential/change';
import type { CredentialId } from '../credential/ids';
import type { Value } from '../credential/value';
import type { Environment } from '../platform/environment';
import type { PlanRest } from '../review/plan/plan';
import type { RunPromise } from '../review/plan/plan-promise';
import type { RunId } from './run-id';
import type { RunSource } from './run-source';

export type { CheckedSource, RunSource } from './run-source';

export type { RunId } from './run-id';

/**
 * The state of one change of a run. Only `journal/transitions.ts` says which state may follow
 * which.
 */
export type EntryState =
  /** Confirmed, not begun. */
  | { readonly kind: 'planned' }
  /** Its request may have left. Nothing is known of it yet. */
  | ({ readonly kind: 'sent' } & Sending)
  /** The request left and no answer came. Only reading settles it. */
  | ({ readonly kind: 'in-doubt' } & Sending)
  /**
   * The platform has all wanted values. `doubled`: duplicate evidence, there because the browser or
   * the network sent the request more than once. `there`: fields that had the wanted value before
   * our first request, so that somebody else has written them; missing when none, and in older
   * records.
   */
  | ({
      readonly kind: 'applied';
      readonly there?: readonly AttributeId[];
      readonly doubled?: readonly DoubledEvidence[];
    } & PublicPage)
  /** The platform took the request and left `fields` as they were. `there`: as above. */
  | ({
      readonly kind: 'not-applied';
      readonly fields: readonly AttributeId[];
      readonly there?: readonly AttributeId[];
      readonly doubled?: readonly DoubledEvidence[];
    } & PublicPage)
  | { readonly kind: 'rejected'; readonly status: number; readonly words: string }
  /**
   * Changed on the platform since the review, and not overwritten. `written`: fields that an
   * earlier request of this entry had changed by then; missing when none.
   */
  | ({
      readonly kind: 'conflict';
      readonly fields: readonly ConflictField[];
      readonly written?: readonly AttributeId[];
    } & PublicPage)
  | { readonly kind: 'cancelled' }
  /**
   * Its record became unreadable while it was open. Nobody knows whether it was sent, so it is
   * never sent again.
   */
  | { readonly kind: 'not-known' };

/** The public page of a credential, by the reading that settled its entry. */
interface PublicPage {
  /** Its address, as the platform gave it. Missing where it gave none, and in older records. */
  readonly url?: string;
}

/**
 * Evidence that the platform had `times` times after our requests, of which `removed` were taken
 * away again. What is left is the admin's to remove: one is to stay.
 */
export interface DoubledEvidence {
  readonly attribute: AttributeId;
  readonly times: number;
  readonly removed: number;
}

/**
 * Evidence of the credential around an entry that adds some. `before`: the platform's ids of all
 * items before the first request. `surplus`: ids of items that came since, are to be deleted, and
 * may be deleted already.
 */
export interface EvidenceMark {
  readonly before: readonly string[];
  readonly surplus?: readonly { readonly attribute: AttributeId; readonly ids: readonly string[] }[];
}

/**
 * The part of an entry's state by which reading finds out what a request did that may have left.
 */
export interface Sending {
  /** Counts from 1. */
  readonly attempt: number;
  readonly before: Baseline;
  /** Missing where it adds no evidence, and where the run was restored since. */
  readonly evidence?: EvidenceMark;
}

/**
 * Knowledge of the fields before the first request. `there`: those that had the wanted value
 * already. That they have it later does not prove that a request arrived.
 *
 * Example: wanted are the name "Ada" and the grade "A", and the name is "Ada" before anything is
 * sent: `there` is the name. When the name is "Ada" and the grade is not "A" after a lost answer,
 * nothing shows that the request arrived.
 */
export type Baseline =
  | { readonly kind: 'read'; readonly there: readonly AttributeId[] }
  /**
   * The run was restored from its backup: whether a request has left, and what was there before it,
   * is not known.
   */
  | { readonly kind: 'lost' }
  /**
   * The run was restored, and the entry sent again since. `there`: what was there before that
   * request.
   */
  | { readonly kind: 'read-after-loss'; readonly there: readonly AttributeId[] };

/** The three values of a conflict: at the review, on the platform now, wanted. */
export interface ConflictField {
  readonly attribute: AttributeId;
  readonly before: Value;
  readonly now: Value;
  readonly wanted: Value;
}

/** One change of a run in the journal. */
export interface Entry {
  readonly run: RunId;
  readonly credential: CredentialId;
  /** The place in the order in which they are sent, from 0: that of the sheet, after a trial. */
  readonly position: number;
  readonly change: Change;
  readonly state: EntryState;
}

/** Why a run does not continue by itself. */
export type PauseReason =
  | { readonly kind: 'asked' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'forbidden'; readonly words: string }
  | { readonly kind: 'failures'; readonly count: number; readonly words: string }
  | { readonly kind: 'other-account' }
  /**
   * The browser had lost the run, and its backup may be older than the admin's last "Pause" or
   * "Cancel".
   */
  | { readonly kind: 'restored' }
  /** Planned: the entries of its trial are settled, and the admin looks at them (Trial). */
  | { readonly kind: 'trial' };

export type RunState =
  /** Its entries are still being added. It has not begun. */
  | { readonly kind: 'preparing' }
  /** `after`: the admin has looked at its trial, and lets it go on with the rest. */
  | { readonly kind: 'running'; readonly after?: 'trial' }
  | { readonly kind: 'paused'; readonly reason: PauseReason }
  | { readonly kind: 'finished' }
  | { readonly kind: 'cancelled' };

/** Facts of a run that are known before it begins. Nothing of a skipped column is in it. */
export interface RunHeader {
  readonly environment: Environment;
  readonly account: { readonly id: string; readonly name: string };
  readonly group: { readonly id: string; readonly name: string };
  readonly fileName: string;
  /** "" for a file that has no sheets. */
  readonly sheetName: string;
  /** Missing in runs of versions that did not record it. */
  readonly source?: RunSource;
  readonly entries: number;
  readonly creditsAtMost: number;
  /**
   * Counts of the sheet's rows that are not in the run. Missing in runs of versions that did not
   * record it, and without a sheet.
   */
  readonly rest?: PlanRest;
  /** Overruled alarms first, then confirmed warnings. */
  readonly confirmedWarnings: readonly { readonly code: string; readonly count: number }[];
  /** Set where the admin wants its values to be deleted as soon as it has ended. */
  readonly keepsNothing?: true;
  /**
   * Set where so many of its entries, the first ones, are tried: when they are settled the run
   * pauses by itself, and goes on only when it is asked to go on after its trial.
   */
  readonly trial?: number;
  /** Numbers that its changes keep, as they were promised before. Missing: none were. */
  readonly promise?: RunPromise;
}

/** A run as the journal keeps it. Times are milliseconds since 1970. */
export interface RunRecord extends RunHeader {
  readonly id: RunId;
  readonly createdAt: number;
  readonly finishedAt: number | null;
  readonly state: RunState;
  /** When it was restored from its backup, because the browser had lost it (run-backups.ts). */
  readonly restoredAt?: number;
  /** When it was paused, while it is. Missing in runs of versions that did not record it. */
  readonly pausedAt?: number;
  /** When it was found that the secret of its values is lost (lost-values.ts). */
  readonly valuesLostAt?: number;
  /** When the admin let it go on after its trial. */
  readonly trialOverAt?: number;
}

/** How many of its first entries a run may send now; null: all. */
export function trialNow({ trial, trialOverAt }: Pick<RunRecord, 'trial' | 'trialOverAt'>): number | null {
  return trial === undefined || trialOverAt !== undefined ? null : trial;
}

/** The record of a run in another state. `at`: milliseconds since 1970. */
export function recordIn<R extends Pick<RunRecord, 'state' | 'finishedAt' | 'pausedAt' | 'trialOverAt'>>(
  { pausedAt: _before, ...record }: R,
  state: RunState,
  at: number,
) {
  const isOver = state.kind === 'finished' || state.kind === 'cancelled';
  return {
    ...record,
    state,
    finishedAt: isOver ? at : null,
    ...(state.kind === 'paused' && { pausedAt: at }),
    ...(state.kind === 'running' && state.after === 'trial' && { trialOverAt: at }),
  };
}

/** A run as it is watched. */
export interface RunProgress {
  readonly run: RunRecord;
  readonly counts: Readonly<Record<EntryState['kind'], number>>;
  /** Entries of which a part of the fields is written (written-fields.ts). */
  readonly partly: number;
  /** Credits of the renewals that were sent and are applied. */
  readonly creditsSpent: number;
  /** Entries settled per minute over the last minute; null before that is known. */
  readonly perMinute: number | null;
  /**
   * The browser's name of the error by which it refuses to write the journal, when the work on the
   * run ended by that. Nothing is sent, and it is tried again each half minute. It is no pause,
   * which would have to be written too.
   */
  readonly fault?: string;
  /** Until when nothing is sent, because the platform asked to wait. Missing when it did not. */
  readonly heldUntil?: number;
}
