import type { RunRecord } from './entry';
import { z } from '../zod';
import type { EntryCounts } from './entry-counts';
import { baselineOf, countsSchema, runStateSchema } from './run-schema';
import type { SettledState, StandingRun, StandingState } from './transitions';

/*
 * Records as they lie on the disk. In the clear is only what a transition is judged by, because
 * nothing can be opened inside a transaction: states, counts, times. All else is closed
 * (sealed-records.ts): a database keeps deleted bytes, and they must say nothing.
 */

/** A run as it is stored. What is empty or false is not stored. */
export interface StoredRun {
  readonly id: string;
  /** The part that never changes of the record, closed with the secret of the history. */
  readonly header: string;
  /** The platform's words about a pause, closed with the secret of the run. */
  readonly words?: string;
  /** The part that changes. The words of a pause are "" here. */
  readonly standing: Pick<RunRecord, 'state' | 'finishedAt' | 'pausedAt' | 'valuesLostAt' | 'trialOverAt'>;
  readonly counts: EntryCounts;
  /** Entries of which a part of the fields is written. */
  readonly partly?: number;
  readonly creditsSpent: number;
  readonly forgotten?: true;
  readonly forgottenAt?: number;
  readonly seen?: true;
}

export const storedRunSchema: z.ZodType<StoredRun> = z.object({
  id: z.string(),
  header: z.string(),
  words: z.string().exactOptional(),
  standing: z.object({
    state: runStateSchema,
    finishedAt: z.number().nullable(),
    pausedAt: z.number().exactOptional(),
    valuesLostAt: z.number().exactOptional(),
    trialOverAt: z.number().exactOptional(),
  }),
  counts: countsSchema,
  partly: z.int().nonnegative().exactOptional(),
  creditsSpent: z.int().nonnegative(),
  forgotten: z.literal(true).exactOptional(),
  forgottenAt: z.number().exactOptional(),
  seen: z.literal(true).exactOptional(),
});

/** The state of an entry as far as transitions and credits are judged by it. */
export interface StoredState {
  readonly kind: StandingState['kind'];
  readonly attempt?: number;
  readonly restored?: true;
  /** The expiry had the wanted value before the first request: a renewal that is not ours. */
  readonly expiryThere?: true;
}

/** An entry as it is stored, closed with the secret of its run. */
export interface StoredEntry {
  readonly run: string;
  readonly position: number;
  /** Fingerprint of the credential, by which a second change of it is found. */
  readonly credential: string;
  readonly change: string;
  readonly renews?: true;
  readonly credits: 0 | 1;
  readonly state: StoredState;
  /** The whole state, closed, where it has more than its kind. */
  readonly detail?: string;
  /** There only while it is unsettled: the index of open entries holds no others. */
  readonly open?: 1;
}

const SETTLED = [
  'applied',
  'not-applied',
  'rejected',
  'conflict',
  'cancelled',
  'not-known',
] as const satisfies readonly SettledState['kind'][];

const storedStateSchema: z.ZodType<StoredState> = z.union([
  z.object({ kind: z.enum(['planned', ...SETTLED]) }),
  z.object({
    kind: z.enum(['sent', 'in-doubt']),
    attempt: z.int().positive(),
    restored: z.literal(true).exactOptional(),
    expiryThere: z.literal(true).exactOptional(),
  }),
]);

export const storedEntrySchema: z.ZodType<StoredEntry> = z.object({
  run: z.string(),
  position: z.int().nonnegative(),
  credential: z.string(),
  change: z.string(),
  renews: z.literal(true).exactOptional(),
  credits: z.union([z.literal(0), z.literal(1)]),
  state: storedStateSchema,
  detail: z.string().exactOptional(),
  open: z.literal(1).exactOptional(),
});

/** Gives as much of a run as its transitions are judged by. */
export function standingRun(stored: StoredRun): StandingRun {
  const { standing, counts } = stored;
  return { record: standing, counts, values: valuesOf(stored), isEndSeen: stored.seen === true };
}

export function valuesOf({ forgotten, forgottenAt }: Pick<StoredRun, 'forgotten' | 'forgottenAt'>) {
  if (forgotten !== true) return { kind: 'kept' } as const;
  return { kind: 'deleted', at: forgottenAt ?? null } as const; // missing: its version did not record it
}

/** Gives as much of an entry's state as its transitions are judged by. */
export function standingState(state: StoredState): StandingState {
  const { kind, attempt = 0, restored, expiryThere } = state; // 0: it has not been sent
  if (kind !== 'sent' && kind !== 'in-doubt') return { kind };
  const there = expiryThere === true ? (['expiry-date'] as const) : [];
  return { kind, attempt, before: baselineOf(attempt, there, restored === true) };
}
