import type { z } from '../zod';
import type { RunId } from './run-id';
import { JournalFault, type Journal, type JournalRun } from './journal';

/**
 * Checks what was read: another version may have written it. Throws a JournalFault when it does not
 * fit.
 */
export function checked<T>(schema: z.ZodType<T>, stored: unknown): T {
  const parsed = schema.safeParse(stored);
  if (!parsed.success) throw new JournalFault('damaged');
  return parsed.data;
}

/** For a record that is asked for and cannot be read. */
export function damaged(): never {
  throw new JournalFault('damaged');
}

/** Turns the browser's refusal into a JournalFault. A bug stays the error that it is. */
export function faultOf(error: unknown): unknown {
  return error instanceof DOMException ? new JournalFault(error.name) : error;
}

/** Reads a run; one that is damaged is said, not thrown. */
export async function readUnlessDamaged(
  journal: Journal,
  run: RunId,
): Promise<JournalRun | null | 'damaged'> {
  try {
    return await journal.readRun(run);
  } catch (error) {
    if (error instanceof JournalFault && error.detail === 'damaged') return 'damaged';
    throw error;
  }
}

/** Does work of the file system; its refusals become JournalFaults. */
export async function withJournalFaults<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw faultOf(error);
  }
}

/** The name of an error, for the admin's report of it. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}

/**
 * Names of errors by which a browser denies all storage, now and later (a policy, blocked cookies).
 * `InvalidStateError` is Firefox's in a private window, at opening only: of an open journal it
 * means that it was closed meanwhile.
 */
const DENIED = { opening: ['SecurityError', 'InvalidStateError'], using: ['SecurityError'] } as const;

/**
 * Whether a fault means that the journal is denied, so that no run can continue in it. Any other
 * fault may pass (a full disk), and a run that waits in the journal then continues.
 */
export function isDenied(detail: string, when: keyof typeof DENIED): boolean {
  return (DENIED[when] as readonly string[]).includes(detail);
}
