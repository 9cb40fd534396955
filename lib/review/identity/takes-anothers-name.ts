import { exactName, type HasNamesake } from './exact-names';
import { identityHash, type IdentityAttribute } from './identity-hash';
import type { IdentityHolders } from './identity-holders';
import type { PresentHashes } from './present-hashes';

/** The names of a group, as far as somebody has asked for them. */
export interface KnownNames {
  readonly presentHashes: (attribute: IdentityAttribute) => PresentHashes;
  readonly holders: (attribute: IdentityAttribute) => IdentityHolders;
  readonly hasNamesake: HasNamesake;
}

/**
 * Tells whether a credential (by its position) would get the name of somebody else of the group.
 * Where the new name differs from the present one only in accents or order, it is somebody else's
 * if it is written exactly as theirs.
 *
 * Example: the group has "Ada Byrne" and "Bo Chen". "Ada Byrne" -> "CHEN, Bo" takes another's name.
 */
export function takesAnothersName(
  before: string | null,
  after: string,
  position: number,
  group: KnownNames,
): boolean {
  const hash = identityHash('recipient-name', after);
  if (before === null || group.presentHashes('recipient-name').at(position) !== hash) {
    const holders = group.holders('recipient-name');
    return holders.credentialsWith(hash) > 0 && !holders.isHeldByPersonOf(hash, position);
  }
  // Only its own credential has it.
  if (group.holders('recipient-name').credentialsWith(hash) < 2) return false;
  return exactName(before) !== exactName(after) && group.hasNamesake(after, position);
}
