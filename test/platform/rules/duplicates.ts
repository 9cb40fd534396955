import { invalidFields, type Refusal } from '../api/errors';
import type { Credential } from '../state/schema';
import type { Store } from '../state/store';

const TAKEN =
  'has already been taken. Your group settings do not allow duplicates of this credential to be sent to the same email.';

/**
 * Refuses a second credential for an e-mail in a group that does not allow it (docs/platform.md,
 * Rules of the product (D)). Only a change of e-mail or group is judged: two that share one from of
 * old can still be updated.
 */
export function duplicateRefusal(
  before: Credential,
  after: Credential,
  store: Pick<Store, 'group' | 'withEmail'>,
): Refusal | null {
  const moved = before.group_id !== after.group_id || before.recipient.email !== after.recipient.email;
  if (!moved || store.group(after.group_id)?.allow_duplicate_credentials === true) return null;
  const others = store.withEmail(after.group_id, after.recipient.email).filter((id) => id !== after.id);
  return others.length > 0 ? invalidFields({ 'recipient.email': [TAKEN] }) : null;
}
