import type { Credential } from '../../credential/credential';
import { itemAt } from '../../element-at';
import { identityHash } from './identity-hash';
import type { IdentityHolders } from './identity-holders';

/**
 * A name as it is written, but for case, composition and spaces. The accents and the order of its
 * words count: "Nguyễn Văn An" and "Nguyễn Văn Ân" are two people.
 */
export function exactName(name: string): string {
  return name.normalize('NFC').toLowerCase().trim().replace(/\s+/gu, ' ');
}

/** An identity hash of an exact name, which no other name and no e-mail has. */
export function exactNameHash(name: string): number {
  return identityHash('recipient-email', `\0${exactName(name)}`);
}

/** Tells whether somebody else than the credential at a position has exactly this name. */
export type HasNamesake = (name: string, position: number) => boolean;

/**
 * Indexes the names that differ only in accents, order or case. Those are few, and the identity
 * hash takes them for one name. Two credentials with one e-mail are one person's.
 */
export function namesakesIn(all: readonly Credential[], holders: IdentityHolders): HasNamesake {
  const positions = new Map<string, number[]>();
  holders.hashes.forEach((hash, position) => {
    const name = itemAt(all, position).recipientName;
    if (name === null || holders.credentialsWith(hash) < 2) return;
    const key = exactName(name);
    const others = positions.get(key);
    if (others) others.push(position);
    else positions.set(key, [position]);
  });
  const emailAt = (position: number) => itemAt(all, position).recipientEmail?.trim().toLowerCase();
  return (name, position) => {
    const email = emailAt(position);
    const others = positions.get(exactName(name)) ?? []; // nobody has it
    return others.some((other) => other !== position && (email === undefined || emailAt(other) !== email));
  };
}
