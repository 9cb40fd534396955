import type { Entry, PauseReason } from '../../journal/entry';
import type { Journal } from '../../journal/journal';
import type { Client } from '../../platform/client';
import type { PlatformProblem } from '../../platform/platform-problem';
import type { Clocks } from './freshness';
import type { BatchRead } from './batch-reads';
import type { AttributeOf } from './field-state';

/** How one go at an entry ended. */
export type StepEnd =
  /** It is settled. `fault`: by a server's fault, which may be of the whole and not of this row. */
  | { readonly kind: 'settled'; readonly fault: PlatformProblem | null }
  /** Not now: the platform did not answer, or not as it should. It stays as it is and is taken up again. */
  | { readonly kind: 'put-off'; readonly problem: PlatformProblem }
  /** Told to stop while it waited: it stays as it is. */
  | { readonly kind: 'left' }
  /** The whole run has to wait for somebody. */
  | { readonly kind: 'halt'; readonly reason: PauseReason };

export interface StepContext extends Clocks {
  readonly client: Client;
  readonly journal: Journal;
  readonly attributeOf: AttributeOf;
  readonly group: string;
  /**
   * Waits for one entry; others are taken up meanwhile. False when it was told to stop instead.
   */
  readonly wait: (milliseconds: number) => Promise<boolean>;
  /** Whether the run was told to stop: then nothing is written any more, whatever was read for it. */
  readonly isStopped: () => boolean;
  /** When a write of the entry may have been under way last, in ticks; null when none was. */
  readonly lastInFlight: (entry: Entry) => number | null;
  /** Notes that: `null` when the platform is surely through with it. */
  readonly noteInFlight: (entry: Entry, at: number | null) => void;
  /** The entry's credential by a look at many (`batch-reads.ts`), or null when it has to be read by itself. */
  readonly batchRead: (entry: Entry) => Promise<BatchRead | null>;
  /** Notes that the platform has the whole change now, by our write. */
  readonly noteWritten: (entry: Entry) => void;
  readonly isCancelled: () => boolean;
  /** Whether the client still acts for the account that was reviewed. */
  readonly isSameAccount: () => Promise<boolean>;
}

/** Problems of a write after which it is not known whether it was taken. */
export type DoubtfulProblem = Extract<PlatformProblem, { code: 'server-fault' | 'unreachable' }>;
