import { z } from '../zod';
import { changeSchema } from './change-schema';
import { runRecordSchema, runStatusSchema } from './run-schema';

/*
 * Backups of versions before 0.3: JSON in the clear, one line for the record and one for each
 * change. A closed line begins with no brace.
 */

const changesSchema = z.array(changeSchema);

/** The backup of a run's changes; null for a closed one. */
export function olderChanges(text: string) {
  if (!isOlder(text)) return null;
  const [first, ...others] = text.trimEnd().split('\n').map(jsonOf);
  const record = runRecordSchema.safeParse(first);
  const changes = changesSchema.safeParse(others);
  if (!record.success || !changes.success) return 'damaged';
  return { record: record.data, changes: changes.data };
}

/** The state of a run in its backup; null for a closed one. */
export function olderState(text: string) {
  if (!isOlder(text)) return null;
  const status = runStatusSchema.safeParse(jsonOf(text));
  return status.success ? status.data : 'damaged';
}

const isOlder = (text: string) => text.startsWith('{');

/** Undefined for what is no JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A line that was cut off: the schema refuses it.
    return undefined;
  }
}
