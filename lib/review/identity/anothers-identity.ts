import type { AttributeId } from '../../credential/attribute';
import type { Value } from '../../credential/value';
import { classOfNameChange } from '../similarity/class-of-name-change';
import type { IdentityHolders } from './identity-holders';
import { identityHash, type IdentityAttribute } from './identity-hash';

/**
 * Whether a name or e-mail of the sheet, which is not written, is that of somebody else in the
 * group: then the row is about two people, as much as with another key. Where it is written, the
 * rules about changes say so. `position`: that of the credential, which has `present`.
 */
export function isAnothersIdentity(
  attribute: AttributeId,
  text: string,
  present: Value,
  holdersOf: (attribute: IdentityAttribute) => IdentityHolders,
  position: number,
): boolean {
  if (attribute !== 'recipient-name' && attribute !== 'recipient-email') return false;
  if (typeof present !== 'string') return false;
  // A name in other words may be the same person's, and by chance that of another one too.
  if (attribute === 'recipient-name' && classOfNameChange(present, text) !== 'another-person') return false;
  const hash = identityHash(attribute, text);
  const holders = holdersOf(attribute);
  return holders.credentialsWith(hash) > 0 && !holders.isHeldByPersonOf(hash, position);
}
