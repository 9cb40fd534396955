import type { z } from '../zod';
import { JournalFault } from './journal';

/** What is read is checked: another version, or another program with our name, may have written it. */
export function checked<T>(schema: z.ZodType<T>, stored: unknown): T {
  const parsed = schema.safeParse(stored);
  if (!parsed.success) throw new JournalFault('damaged');
  return parsed.data;
}

/** Those of a list that can be read. */
export function readable<T>(schema: z.ZodType<T>, stored: readonly unknown[]): readonly T[] {
  return stored.flatMap((one) => {
    const parsed = schema.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
}

/** The browser's refusals become a JournalFault; a bug of ours stays what it is. */
export function faultOf(error: unknown): unknown {
  return error instanceof DOMException ? new JournalFault(error.name) : error;
}

/** What kind of fault it is, for the admin's report of it. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}

/**
 * Names by which a browser says that it lets nobody keep anything here, now or later (a policy, cookies that are blocked). Firefox
 * says the second of an opening in a private window; of a journal that was opened it only says that it was closed meanwhile.
 */
const DENIED = { opening: ['SecurityError', 'InvalidStateError'], using: ['SecurityError'] } as const;

/**
 * Whether a fault says that the journal is denied, so that no run can go on in it. Any other may pass (a full disk), and then a
 * run that is waiting in there goes on.
 */
export function isDenied(detail: string, when: keyof typeof DENIED): boolean {
  return (DENIED[when] as readonly string[]).includes(detail);
}
