import { dayOfTimestamp } from '../credential/day';
import { z } from '../zod';

/*
 * Parts of the platform's answers as they really come: "ids number or string; custom_attributes null, {} or object; dates
 * a day or a full timestamp" (docs/platform.md, Read a group). What can be read is normalised here, what cannot makes the
 * whole answer an unexpected one: a value that is read wrong would be shown as a change and written.
 */

/** A number or text as an id; never empty. */
export const wireId = z.union([z.string().trim().min(1), z.int()]).transform((id) => String(id));

/** Text, or a bare value that the platform did not quote; missing, null and "" are none. */
export const wireText = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .optional()
  .transform((value) => (value === undefined || value === null || value === '' ? null : String(value)));

/** A day or a timestamp; missing, null and "" are none. Anything else is an unexpected answer, not "no date". */
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

/** A flag; missing and null are the given one. */
export const wireFlag = (otherwise: boolean) =>
  z
    .union([z.boolean(), z.null()])
    .optional()
    .transform((value) => value ?? otherwise);
