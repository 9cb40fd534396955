import type { Entry, PauseReason } from '../../journal/entry';
import type { Journal } from '../../journal/journal';
import type { Learn } from '../../platform/account-facts';
import type { Client } from '../../platform/client';
import type { Environment } from '../../platform/environment';
import type { PlatformProblem } from '../../platform/platform-problem';
import type { Clocks, Moment } from './freshness';
import type { BatchRead } from './batch-reads';
import type { AttributeOf } from './field-state';

/** How one step of an entry ended. */
export type StepEnd =
  /**
   * The entry is settled. `fault`: a server's fault settled it, which may concern more than this
   * row.
   */
  | { readonly kind: 'settled'; readonly fault: PlatformProblem | null }
  /**
   * The platform did not answer, or not as it should. The entry stays as it is, for a later step.
   */
  | { readonly kind: 'put-off'; readonly problem: PlatformProblem }
  /** The run was stopped meanwhile. The entry stays as it is. */
  | { readonly kind: 'left' }
  /** The whole run has to pause. */
  | { readonly kind: 'halt'; readonly reason: PauseReason };

export interface StepContext extends Clocks {
  readonly client: Client;
  readonly journal: Journal;
  readonly attributeOf: AttributeOf;
  readonly group: string;
  readonly environment: Environment;
  /** Waits for one entry, while the others continue. False when the run was stopped meanwhile. */
  readonly wait: (milliseconds: number) => Promise<boolean>;
  /** Whether the run was stopped: then nothing is written any more, whatever was read for it. */
  readonly isStopped: () => boolean;
  /** When a write of the entry may have been in flight last, in ticks; null when none was. */
  readonly lastInFlight: (entry: Entry) => number | null;
  /** Notes when; null when the write has surely ended. */
  readonly noteInFlight: (entry: Entry, at: number | null) => void;
  /**
   * The entry's credential by a batch read (`batch-reads.ts`), or null when it has to be read by
   * itself.
   */
  readonly batchRead: (entry: Entry) => Promise<BatchRead | null>;
  /** Notes that our write, which left at a moment, was read back: the platform has all of it. */
  readonly noteWritten: (entry: Entry, leftAt: Moment) => void;
  /**
   * Notes that credentials of the account have ids of their own. Then nothing is written before it
   * was read by its path: the number of one may be the own id of another.
   */
  readonly noteOwnIds: () => void;
  /** Remembers what is found out about the account; missing: nothing is. */
  readonly learn?: Learn;
  /**
   * Whether it is still to be found out if custom attributes are merged or replaced; missing: it is
   * not.
   */
  readonly isMergeUnknown?: () => boolean;
  readonly isCancelled: () => boolean;
  /** Whether the client still acts for the account that was reviewed. */
  readonly isSameAccount: () => Promise<boolean>;
}

/** Problems after which it is not known whether a write was taken. */
export type DoubtfulProblem = Extract<PlatformProblem, { code: 'server-fault' | 'unreachable' }>;
