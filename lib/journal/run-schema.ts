import type { AttributeId } from '../credential/attribute';
import type { RunPromise } from '../review/plan/plan-promise';
import { z } from '../zod';
import { attributeIdSchema, changeSchema, credentialIdSchema, valueSchema } from './change-schema';
import type {
  Baseline,
  Entry,
  EntryState,
  EvidenceMark,
  PauseReason,
  RunHeader,
  RunId,
  RunRecord,
  RunSource,
  RunState,
} from './entry';
import type { EntryCounts } from './entry-counts';
import type { JournalRun } from './journal';
import { RESTORED } from './transitions';

export const environmentSchema = z.enum(['production', 'eu', 'sandbox']);

export const runIdSchema = z.custom<RunId>((raw) => typeof raw === 'string' && /^[\w-]{1,64}$/.test(raw));

const count = z.int().nonnegative();
const named = z.object({ id: z.string(), name: z.string() }).readonly();

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const runs = z.array(runIdSchema).min(1).readonly();

const runSource: z.ZodType<RunSource> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), sha256 }),
  z.object({ kind: z.literal('pasted'), sha256 }),
  z.object({ kind: z.literal('undo'), runs }),
  z.object({ kind: z.literal('retry'), runs }),
  z.object({
    kind: z.literal('checked'),
    sha256,
    list: sha256,
    madeBy: z.string(),
    madeAt: z.number(),
    acceptedBy: z.string(),
  }),
]);

const promise: z.ZodType<RunPromise> = z
  .object({
    numbers: z
      .array(
        z
          .object({ of: z.union([z.enum(['credentials', 'credits']), attributeIdSchema]), number: count })
          .readonly(),
      )
      .readonly(),
    noEarlierExpiry: z.literal(true).exactOptional(),
  })
  .readonly();

const headerFields = {
  environment: environmentSchema,
  account: named,
  group: named,
  fileName: z.string(),
  sheetName: z.string(),
  source: runSource.exactOptional(),
  entries: count,
  creditsAtMost: count,
  rest: z.object({ errors: count, leftOut: count, unchanged: count }).readonly().exactOptional(),
  confirmedWarnings: z.array(z.object({ code: z.string(), count }).readonly()).readonly(),
  keepsNothing: z.literal(true).exactOptional(),
  trial: z.int().positive().exactOptional(),
  promise: promise.exactOptional(),
};

/** The header of a run, as it comes by message. */
export const runHeaderSchema: z.ZodType<RunHeader> = z.object(headerFields).readonly();

const pauseReason: z.ZodType<PauseReason> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('asked') }),
  z.object({ kind: z.literal('signed-out') }),
  z.object({ kind: z.literal('forbidden'), words: z.string() }),
  z.object({ kind: z.literal('failures'), count, words: z.string() }),
  z.object({ kind: z.literal('other-account') }),
  z.object({ kind: z.literal('restored') }),
  z.object({ kind: z.literal('trial') }),
]);

/** The state of a run. */
export const runStateSchema: z.ZodType<RunState> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('preparing') }),
  z.object({ kind: z.literal('running'), after: z.literal('trial').exactOptional() }),
  z.object({ kind: z.literal('paused'), reason: pauseReason }),
  z.object({ kind: z.literal('finished') }),
  z.object({ kind: z.literal('cancelled') }),
]);

/** The state of a run, as its backup has it. */
export const runStatusSchema: z.ZodType<Pick<RunRecord, 'state' | 'finishedAt' | 'trialOverAt'>> = z.object({
  state: runStateSchema,
  finishedAt: z.number().nullable(),
  trialOverAt: z.number().exactOptional(),
});

/** A run, as its backup has it. */
export const runRecordSchema: z.ZodType<RunRecord> = z.object({
  ...headerFields,
  id: runIdSchema,
  createdAt: z.number(),
  finishedAt: z.number().nullable(),
  state: runStateSchema,
  restoredAt: z.number().exactOptional(),
  pausedAt: z.number().exactOptional(),
  valuesLostAt: z.number().exactOptional(),
  trialOverAt: z.number().exactOptional(),
});

export const countsSchema: z.ZodType<EntryCounts> = z.object({
  planned: count,
  sent: count,
  'in-doubt': count,
  applied: count,
  'not-applied': count,
  rejected: count,
  conflict: count,
  cancelled: count,
  // Missing in runs of versions that did not count it.
  'not-known': count.default(0),
});

/**
 * A run once it is open, which is how versions before 0.3 stored it. Optional fields were added by
 * later ones.
 */
export const journalRunSchema: z.ZodType<JournalRun> = z
  .object({
    record: runRecordSchema,
    counts: countsSchema,
    // Missing in runs of versions that did not count it.
    partly: count.default(0),
    creditsSpent: count,
    forgotten: z.literal(true).exactOptional(),
    forgottenAt: z.number().exactOptional(),
    seen: z.literal(true).exactOptional(),
  })
  .transform(({ forgotten, forgottenAt, seen, ...run }): JournalRun => ({
    ...run,
    values: forgotten === true ? { kind: 'deleted', at: forgottenAt ?? null } : { kind: 'kept' },
    isEndSeen: seen === true,
  }));

/** The address of a public page. It is checked where it becomes a link. */
const url = z.string().exactOptional();

const attributes = z.array(attributeIdSchema).readonly();

/** Duplicate evidence. Older versions stored attributes alone, and removed nothing. */
const doubled = z
  .array(
    z.union([
      z.object({ attribute: attributeIdSchema, times: count, removed: count }).readonly(),
      attributeIdSchema.transform((attribute) => ({ attribute, times: 2, removed: 0 })),
    ]),
  )
  .readonly()
  .exactOptional();

const ids = z.array(z.string()).readonly();
const evidenceMark: z.ZodType<EvidenceMark> = z
  .object({
    before: ids,
    surplus: z
      .array(z.object({ attribute: attributeIdSchema, ids }).readonly())
      .readonly()
      .exactOptional(),
  })
  .readonly();

/**
 * An entry whose request may have left. `there` is stored when it is not empty, `restored` when the
 * run was restored.
 */
const sending = <K extends 'sent' | 'in-doubt'>(kind: K) =>
  z
    .object({
      kind: z.literal(kind),
      attempt: z.int().positive(),
      there: attributes.exactOptional(),
      restored: z.literal(true).exactOptional(),
      evidence: evidenceMark.exactOptional(),
    })
    .transform(({ attempt, there = [], restored, evidence }) => ({
      kind,
      attempt,
      before: baselineOf(attempt, there, restored === true),
      ...(evidence !== undefined && { evidence }),
    }));

/**
 * Knowledge of the fields before the first request. `attempt`: the number of the last request, from
 * 1.
 */
export function baselineOf(attempt: number, there: readonly AttributeId[], isRestored: boolean): Baseline {
  if (!isRestored) return { kind: 'read', there };
  return attempt === RESTORED.attempt ? { kind: 'lost' } : { kind: 'read-after-loss', there };
}

// Missing in entries of versions that did not record it.
const there = attributes.exactOptional();

const entryState: z.ZodType<EntryState> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('planned') }),
  sending('sent'),
  sending('in-doubt'),
  z.object({ kind: z.literal('applied'), there, doubled, url }),
  z.object({ kind: z.literal('not-applied'), fields: attributes, there, doubled, url }),
  z.object({ kind: z.literal('rejected'), status: count, words: z.string() }),
  z.object({
    kind: z.literal('conflict'),
    url,
    written: attributes.exactOptional(),
    fields: z
      .array(
        z
          .object({
            attribute: attributeIdSchema,
            before: valueSchema,
            now: valueSchema,
            wanted: valueSchema,
          })
          .readonly(),
      )
      .readonly(),
  }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('not-known') }),
]);

/**
 * An entry once it is open, which is how versions before 0.3 stored it. `plainState` is the other
 * direction.
 */
export const entrySchema: z.ZodType<Entry> = z.object({
  run: runIdSchema,
  credential: credentialIdSchema,
  position: count,
  change: changeSchema,
  state: entryState,
});
