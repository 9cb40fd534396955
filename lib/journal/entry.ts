import type { AttributeId } from '../credential/attribute';
import type { Change } from '../credential/change';
import type { CredentialId } from '../credential/ids';
import type { Value } from '../credential/value';
import type { Environment } from '../platform/environment';
import type { PlanRest } from '../review/plan/plan';

declare const runIdBrand: unique symbol;
export type RunId = string & { readonly [runIdBrand]: true };

/** Where one change of a run is. Only `journal/transitions.ts` says which state may follow which. */
export type EntryState =
  /** Confirmed, not begun. */
  | { readonly kind: 'planned' }
  /** Its request may have left; nothing is known of it yet. */
  | ({ readonly kind: 'sent' } & Sending)
  /** The request left and no answer came: only reading settles it. */
  | ({ readonly kind: 'in-doubt' } & Sending)
  /** `doubled`: evidence that the platform has twice now, because the browser or the network said the request twice. */
  | { readonly kind: 'applied'; readonly doubled?: readonly AttributeId[] }
  /** The platform took the request and left some fields as they were. */
  | {
      readonly kind: 'not-applied';
      readonly fields: readonly AttributeId[];
      readonly doubled?: readonly AttributeId[];
    }
  | { readonly kind: 'rejected'; readonly status: number; readonly words: string }
  /**
   * Changed on the platform since the review: not overwritten. `written`: fields that an earlier request of ours had
   * changed by then (none when missing).
   */
  | {
      readonly kind: 'conflict';
      readonly fields: readonly ConflictField[];
      readonly written?: readonly AttributeId[];
    }
  | { readonly kind: 'cancelled' }
  /** Its record could not be read any more while it was open: nobody knows whether it was sent. It never is again. */
  | { readonly kind: 'not-known' };

/** What is kept of an entry whose request may have left, so that reading can tell what it did. */
export interface Sending {
  /** Counts from 1. */
  readonly attempt: number;
  /**
   * Fields that had the wanted value before the first request (none when missing). That they have it later does not say
   * that a request arrived.
   */
  readonly there?: readonly AttributeId[];
  /** Its journal was lost (run-backups.ts): whether any request has left is not known, nor what was there before. */
  readonly restored?: true;
}

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
  /** Order of the sheet, from 0. */
  readonly position: number;
  readonly change: Change;
  readonly state: EntryState;
}

/** Why a run does not go on by itself. */
export type PauseReason =
  | { readonly kind: 'asked' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'forbidden'; readonly words: string }
  | { readonly kind: 'failures'; readonly count: number; readonly words: string }
  | { readonly kind: 'other-account' };

export type RunState =
  /** Its entries are still being written down; it has not begun. */
  | { readonly kind: 'preparing' }
  | { readonly kind: 'running' }
  | { readonly kind: 'paused'; readonly reason: PauseReason }
  | { readonly kind: 'finished' }
  | { readonly kind: 'cancelled' };

/** Where the changes of a run come from. */
export type RunSource =
  /** `sha256`: of the file's bytes as they were dropped, in hexadecimal. */
  | { readonly kind: 'file'; readonly sha256: string }
  /** Cells out of the clipboard; `sha256`: of their text as UTF-8. */
  | { readonly kind: 'pasted'; readonly sha256: string }
  /** The old values of earlier runs. */
  | { readonly kind: 'undo'; readonly runs: readonly RunId[] }
  /** Changes of earlier runs, sent again. */
  | { readonly kind: 'retry'; readonly runs: readonly RunId[] };

/** What is known of a run before it begins. Nothing of a skipped column is in it. */
export interface RunHeader {
  readonly environment: Environment;
  readonly account: { readonly id: string; readonly name: string };
  readonly group: { readonly id: string; readonly name: string };
  readonly fileName: string;
  /** "" for a file that has no sheets. */
  readonly sheetName: string;
  /** Missing in runs of before it was recorded. */
  readonly source?: RunSource;
  readonly entries: number;
  readonly creditsAtMost: number;
  /** How many rows of the sheet were no part of it; missing in runs of before it was recorded, and of no sheet. */
  readonly rest?: PlanRest;
  /** Overruled alarms first, then confirmed warnings. */
  readonly confirmedWarnings: readonly { readonly code: string; readonly count: number }[];
}

/** A run as the journal keeps it. Times are milliseconds since 1970. */
export interface RunRecord extends RunHeader {
  readonly id: RunId;
  readonly createdAt: number;
  readonly finishedAt: number | null;
  readonly state: RunState;
  /** When the browser had lost it and it was written down again from its second copy (run-backups.ts). */
  readonly restoredAt?: number;
}

/** A run as it is watched. */
export interface RunProgress {
  readonly run: RunRecord;
  readonly counts: Readonly<Record<EntryState['kind'], number>>;
  /** Credits that were taken, by what the platform's balance or the applied renewals say. */
  readonly creditsSpent: number;
  /** Entries settled per minute over the last minute, null before it is known. */
  readonly perMinute: number | null;
  /**
   * By what name the browser refuses to write the journal, when the work on the run ended by that: nothing is sent, and it
   * is tried again each half minute. Not a pause, which would have to be written too.
   */
  readonly fault?: string;
}
