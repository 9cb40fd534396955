import type { AttributeId } from '../../credential/attribute';
import type { FieldChange } from '../../credential/change';
import { clearFactOf, type Learn } from '../../platform/account-facts';
import type { ClearedAs } from '../../platform/write-requests';
import type { FieldState } from './field-state';

/** Attributes of which it is not documented whether a write takes them. */
const IN_QUESTION = ['grade', 'private'] as const;
/** Fields that are cleared by themselves. A custom attribute is sent within a map. */
const isPlain = (id: AttributeId) => !id.startsWith('custom:') && !id.startsWith('evidence-');

/**
 * Learns from a write that was read back: `sent` are its fields, `after` is how each field of the
 * change is now.
 *
 * Examples: a grade that was sent and is as before -> grade ignored. One that is neither ->
 * nothing: somebody else has changed it. A phone number that was sent as null and is gone -> clear
 * by null. One that is still there after null and "" -> a phone number is not cleared. A custom
 * attribute that was left out of the map and is gone -> custom attributes are replaced; one that is
 * still there -> merged.
 */
export function learnFromWrite(
  sent: readonly FieldChange[],
  clearedAs: ClearedAs | null,
  after: readonly FieldState[],
  learn: Learn,
): void {
  const wasSent = new Set(sent.map(({ attribute }) => attribute));
  for (const { field, is } of after) {
    if (!wasSent.has(field.attribute) || is === 'other') continue;
    const asked = IN_QUESTION.find((attribute) => attribute === field.attribute);
    // A value that is not cleared may be one that this account does not clear.
    if (asked !== undefined && field.after !== null) learn(asked, is === 'after' ? 'taken' : 'ignored');
    if (clearedAs === 'left-out') learn('custom', is === 'after' ? 'replaced' : 'merged');
    if (field.after !== null) continue;
    if (is === 'after' && isPlain(field.attribute))
      learn('clear', clearedAs === '' ? 'empty-string' : 'null');
    const cleared = clearFactOf(field.attribute);
    // The other way is still to be tried after null.
    if (cleared !== null && (is === 'after' || clearedAs === ''))
      learn(cleared, is === 'after' ? 'taken' : 'ignored');
  }
}
