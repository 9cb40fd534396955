import type { JournalRun } from '../../journal/journal';
import { environmentSchema } from '../../journal/run-schema';
import { FINDING_CODES } from '../../review/terms/finding-codes';
import { z } from '../../zod';
import { ENTRY_STATES, PAUSE_REASONS, RUN_SOURCES, RUN_STATES, STORAGE_ERRORS, wordOf } from './closed-words';
import { magnitudeOf } from './magnitude';
import { magnitudeSchema } from './magnitude-schema';

/** A run in a report of a problem: its state and its size, and nothing that names it. */
export const runFactsSchema = z.strictObject({
  environment: environmentSchema,
  state: z.enum([...RUN_STATES, 'other']),
  pausedBecause: z.enum([...PAUSE_REASONS, 'other']).nullable(),
  source: z.enum([...RUN_SOURCES, 'other']).nullable(),
  /** The browser's name of the error that keeps it from being written. */
  fault: z.enum([...STORAGE_ERRORS, 'other']).nullable(),
  changes: magnitudeSchema,
  counts: z.record(z.enum(ENTRY_STATES), magnitudeSchema),
  partly: magnitudeSchema,
  creditsAtMost: magnitudeSchema,
  creditsSpent: magnitudeSchema,
  confirmed: z
    .array(z.strictObject({ code: z.enum([...FINDING_CODES, 'other']), rows: magnitudeSchema }))
    .max(FINDING_CODES.length),
  valuesKept: z.boolean(),
  restored: z.boolean(),
  secretLost: z.boolean(),
  endSeen: z.boolean(),
  hoursSinceBegun: magnitudeSchema,
  /** Null: it is not over. */
  secondsTaken: magnitudeSchema.nullable(),
});

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;

/** Makes them of a run of the journal. `fault`: the browser's name of its error, if any. */
export function runFacts(
  run: JournalRun,
  fault: string | undefined,
  now: number,
): z.output<typeof runFactsSchema> {
  const { record, counts, partly, creditsSpent, values, isEndSeen } = run;
  const { state, source, createdAt, finishedAt } = record;
  return {
    environment: record.environment,
    state: wordOf(RUN_STATES, state.kind),
    pausedBecause: state.kind === 'paused' ? wordOf(PAUSE_REASONS, state.reason.kind) : null,
    source: source === undefined ? null : wordOf(RUN_SOURCES, source.kind),
    fault: fault === undefined ? null : wordOf(STORAGE_ERRORS, fault),
    changes: magnitudeOf(record.entries),
    counts: Object.fromEntries(ENTRY_STATES.map((kind) => [kind, magnitudeOf(counts[kind])])) as Record<
      (typeof ENTRY_STATES)[number],
      z.output<typeof magnitudeSchema>
    >,
    partly: magnitudeOf(partly),
    creditsAtMost: magnitudeOf(record.creditsAtMost),
    creditsSpent: magnitudeOf(creditsSpent),
    confirmed: record.confirmedWarnings
      .slice(0, FINDING_CODES.length)
      .map(({ code, count }) => ({ code: wordOf(FINDING_CODES, code), rows: magnitudeOf(count) })),
    valuesKept: values.kind === 'kept',
    restored: record.restoredAt !== undefined,
    secretLost: record.valuesLostAt !== undefined,
    endSeen: isEndSeen,
    hoursSinceBegun: magnitudeOf((now - createdAt) / HOUR_MS),
    secondsTaken: finishedAt === null ? null : magnitudeOf((finishedAt - createdAt) / SECOND_MS),
  };
}
