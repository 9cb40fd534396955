import { daySchema } from '../../journal/change-schema';
import { POLICY_NAMES } from '../../platform/policy-name';
import { z } from '../../zod';
import { browserFactsSchema } from './browser-facts';
import { PROBLEM_CODES, STORAGE_ERRORS } from './closed-words';
import { magnitudeSchema } from './magnitude-schema';
import { MOST_FAULTS } from './fault-log';
import { pageFactsSchema, placeSchema } from './page-facts';
import { runFactsSchema } from './run-facts';

/** The most runs in a report: the latest ones. */
export const MOST_RUNS = 10;

const policyNames = z.array(z.enum(POLICY_NAMES)).max(POLICY_NAMES.length);
const keyPlace = z.enum(['nowhere', 'session', 'disk']);

/**
 * A report of a problem: versions, states, times, codes, and counts by magnitude. The list is
 * closed: strict objects, and in them words of closed lists, powers of ten, places in our own code.
 * No other field and no other text gets through (docs/privacy.md, Report of a problem).
 */
const problemReportSchema = z.strictObject({
  format: z.literal('update-credentials-problem'),
  version: z.literal(1),
  extension: z.string().regex(/^\d{1,5}(?:\.\d{1,5}){0,3}$/),
  browser: browserFactsSchema,
  day: daySchema,
  background: z.strictObject({
    runningForMs: magnitudeSchema,
    faults: z.array(placeSchema).max(MOST_FAULTS),
  }),
  policy: z.strictObject({ set: policyNames, unreadable: policyNames }),
  keys: z.strictObject({ production: keyPlace, eu: keyPlace, sandbox: keyPlace }),
  keptDays: magnitudeSchema,
  journal: z.strictObject({
    problem: z.enum([...PROBLEM_CODES, 'other']).nullable(),
    error: z.enum([...STORAGE_ERRORS, 'other']).nullable(),
    readInMs: magnitudeSchema,
    runs: magnitudeSchema,
    unreadable: magnitudeSchema,
  }),
  runs: z.array(runFactsSchema).max(MOST_RUNS),
  page: pageFactsSchema,
});

export type ProblemReport = z.output<typeof problemReportSchema>;

/** Writes a report as it is shown and saved. Throws for one that holds anything else. */
export function writeProblemReport(report: ProblemReport): string {
  return `${JSON.stringify(problemReportSchema.parse(report), null, 2)}\n`;
}
