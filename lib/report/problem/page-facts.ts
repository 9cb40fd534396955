import { FINDING_CODES } from '../../review/terms/finding-codes';
import { z } from '../../zod';
import { MOST_FAULTS } from './fault-log';
import { FILE_FORMATS, PARTS, PHASES, PROBLEM_CODES } from './closed-words';
import { magnitudeSchema } from './magnitude-schema';

/** A place in our own code, "panel-Bx3.js:1:2345". */
export const placeSchema = z
  .string()
  .regex(/^[\w-]{1,40}\.js:\d{1,7}:\d{1,7}(?: [\w-]{1,40}\.js:\d{1,7}:\d{1,7})?$/);

const problem = z.enum([...PROBLEM_CODES, 'other']);

/** State of the panel, and how large its sheet and group are. */
const panel = z.strictObject({
  step: z.enum(['upload', 'assign', 'review', 'update']),
  parts: z
    .array(
      z.strictObject({
        part: z.enum(PARTS),
        is: z.enum([...PHASES, 'other']),
        problem: problem.nullable(),
      }),
    )
    .max(PARTS.length),
  format: z.enum([...FILE_FORMATS, 'other']).nullable(),
  credentials: magnitudeSchema,
  rows: magnitudeSchema,
  columns: magnitudeSchema,
  rules: magnitudeSchema,
  inTheWay: z.array(problem).max(PROBLEM_CODES.length),
  findings: z
    .array(z.strictObject({ code: z.enum([...FINDING_CODES, 'other']), rows: magnitudeSchema }))
    .max(FINDING_CODES.length),
});

/**
 * Facts that a page of the extension gives for a report of a problem. All is of closed lists: no
 * text of a sheet, an account or the platform fits in.
 */
export const pageFactsSchema = z.strictObject({
  page: z.enum(['panel', 'options']),
  language: z.enum(['ar', 'de', 'en', 'es', 'fr', 'other']),
  openForMs: magnitudeSchema,
  faults: z.array(placeSchema).max(MOST_FAULTS),
  panel: panel.nullable(),
});

export type PanelFacts = z.output<typeof panel>;
export type PageFacts = z.output<typeof pageFactsSchema>;
