import { dayOfTimestamp } from '../credential/day';
import { z } from '../zod';

/*
 * Normalises parts of the platform's answers, whose types vary: "ids number or string;
 * custom_attributes null, {} or object; dates a day or a full timestamp" (docs/platform.md, Read a
 * group). One that cannot be read makes the whole answer unexpected: a value that is read wrong
 * would be shown as a change and written.
 */

/** An id, from a number or text. Never empty. */
export const wireId = z.union([z.string().trim().min(1), z.int()]).transform((id) => String(id));

/** Text, or a bare value that the platform did not quote. Missing, null and "" are null. */
export const wireText = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .optional()
  .transform((value) => (value === undefined || value === null || value === '' ? null : String(value)));

/**
 * A day, from a day or a timestamp. Missing, null and "" are null. Anything else is an unexpected
 * answer, not "no date".
 */
export const wireDay = z
  .union([z.string(), z.null()])
  .optional()
  .transform((value, context) => {
    if (value === undefined || value === null || value === '') return null;
    const day = dayOfTimestamp(value);
    if (day !== null) return day;
    context.addIssue({ code: 'custom', message: 'neither a day nor a timestamp' });
    return z.NEVER;
  });

/** A flag. Missing and null are `otherwise`. */
export const wireFlag = (otherwise: boolean) =>
  z
    .union([z.boolean(), z.null()])
    .optional()
    .transform((value) => value ?? otherwise);
