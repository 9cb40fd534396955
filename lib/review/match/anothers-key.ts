import type { Attribute } from '../../credential/attribute';
import type { Credential } from '../../credential/credential';
import { itemAt } from '../../element-at';
import { identityHash, type IdentityAttribute } from '../identity/identity-hash';
import type { Group } from '../group/group';

/**
 * Whether a key (its look-up text) is one of somebody else in the group than the person whose credential this is. Several
 * credentials of one person, who has the same name or e-mail in them, may share a key that not each of them has.
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
  return !positions.some((position) => isSamePerson(credential, itemAt(group.all, position)));
}

function isSamePerson(one: Credential, other: Credential): boolean {
  if (one.id === other.id) return true;
  const share = (attribute: IdentityAttribute, a: string | null, b: string | null) => {
    const hash = a === null ? 0 : identityHash(attribute, a);
    return hash !== 0 && b !== null && identityHash(attribute, b) === hash;
  };
  return (
    share('recipient-email', one.recipientEmail, other.recipientEmail) ||
    share('recipient-name', one.recipientName, other.recipientName)
  );
}
