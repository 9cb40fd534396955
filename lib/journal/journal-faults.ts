import type { z } from '../zod';
import { JournalFault } from './journal';

/** What is read is checked: another version, or another program with our name, may have written it. */
export function checked<T>(schema: z.ZodType<T>, stored: unknown): T {
  const parsed = schema.safeParse(stored);
  if (!parsed.success) throw new JournalFault('damaged');
  return parsed.data;
}

/** The browser's refusals become a JournalFault; a bug of ours stays what it is. */
export function faultOf(error: unknown): unknown {
  return error instanceof DOMException ? new JournalFault(error.name) : error;
}

/** What kind of fault it is, for the admin's report of it. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
