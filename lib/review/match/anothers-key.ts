import type { Attribute } from '../../credential/attribute';
import type { Credential } from '../../credential/credential';
import { shareNameWord } from '../../credential/shared-name-word';
import { itemAt } from '../../element-at';
import { identityHash } from '../identity/identity-hash';
import type { Group } from '../group/group';

/**
 * Tells whether a key (its look-up text) is that of another credential, and not of this one, which
 * has none of the kind.
 *
 * A recipient id, or an e-mail, is a person's: several credentials of one person may share it, and
 * not each of them need have it. One person has one e-mail, and a word of the name in all of them:
 * namesakes are two, and so are two who share an office's address. Any other id is of one
 * credential alone.
 */
export function isAnothersKey(
  text: string,
  attribute: Attribute,
  credential: Credential,
  group: Group,
): boolean {
  const found = group.indexBy([attribute]).positions.get(text);
  if (found === undefined) return false;
  const positions = typeof found === 'number' ? [found] : found;
  const isOfPersons = attribute.id === 'recipient-id' || attribute.kind === 'email';
  return !positions.some((position) => {
    const other = itemAt(group.all, position);
    return other.id === credential.id || (isOfPersons && isSamePerson(credential, other));
  });
}

function isSamePerson(one: Credential, other: Credential): boolean {
  if (one.recipientEmail === null || other.recipientEmail === null) return false;
  if (one.recipientName === null || other.recipientName === null) return false;
  const hash = identityHash('recipient-email', one.recipientEmail);
  return (
    hash !== 0 &&
    hash === identityHash('recipient-email', other.recipientEmail) &&
    shareNameWord(one.recipientName, other.recipientName)
  );
}
