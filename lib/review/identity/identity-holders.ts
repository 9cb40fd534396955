import type { Credential } from '../../credential/credential';
import { DenseIds, NOT_THERE } from './dense-ids';
import type { IdentityAttribute } from './identity-hash';
import { presentHashes } from './present-hashes';
import { presentShares, type PresentShares } from './present-shares';

/** An address that more credentials than this share is an office's, not one person's. */
const MOST_OF_ONE_PERSON = 20;

/** Who of a group has which name (or e-mail) now, as persons: several credentials of one person are one. */
export interface IdentityHolders {
  /** The identity hash of each credential, by its position; 0 for none. */
  readonly hashes: Float64Array;
  /** How many credentials have it now. */
  credentialsWith(hash: number): number;
  /** How many persons have it now. */
  peopleWith(hash: number): number;
  /** Whether the credential at a position belongs to one of those who have it now. */
  isHeldByPersonOf(hash: number, position: number): boolean;
}

const known = new WeakMap<readonly Credential[], Partial<Record<IdentityAttribute, IdentityHolders>>>();

/** Made once for each list of credentials: an edit asks again, and the group is the same. */
export function identityHolders(
  credentials: readonly Credential[],
  attribute: IdentityAttribute,
): IdentityHolders {
  const made = known.get(credentials) ?? {};
  known.set(credentials, made);
  return (made[attribute] ??= makeHolders(credentials, attribute));
}

/** Tells persons apart by the other attribute: by e-mail for names, by name for e-mails, else by the credential itself. */
function makeHolders(credentials: readonly Credential[], attribute: IdentityAttribute): IdentityHolders {
  const hashes = presentHashes(credentials, attribute).all();
  const shares = presentShares(credentials, attribute);
  const { numbers, numberOf, counts, firsts } = shares;

  let apart: Apart | null = null;
  /** Persons are only asked for where a name changes hands. */
  const tellApart = () => (apart ??= apartBy(shares, presentShares(credentials, otherOf(attribute))));
  return {
    hashes,
    credentialsWith: (hash) => counts[numbers.find(hash)] ?? 0, // nobody has it
    peopleWith(hash) {
      const number = numbers.find(hash);
      const count = counts[number] ?? 0; // nobody has it
      return count < 2 ? count : (tellApart().people[number] ?? 0);
    },
    isHeldByPersonOf(hash, position) {
      const number = numbers.find(hash);
      if (number === NOT_THERE) return false;
      if (numberOf[position] === number) return true;
      const { persons, pairs } = tellApart();
      const person = persons[position] ?? 0;
      if (counts[number] === 1) return persons[firsts[number] ?? 0] === person;
      return pairs.find(pairOf(number, person)) !== NOT_THERE;
    },
  };
}

function otherOf(attribute: IdentityAttribute): IdentityAttribute {
  return attribute === 'recipient-name' ? 'recipient-email' : 'recipient-name';
}

/** Who of a group is which person. */
interface Apart {
  /** The person of each credential. */
  readonly persons: Float64Array;
  /** How many persons have what several credentials have, by its number. */
  readonly people: Int32Array;
  /** Which persons these are. */
  readonly pairs: DenseIds;
}

function apartBy({ numberOf, counts }: PresentShares, other: PresentShares): Apart {
  const persons = personsOf(other);
  const people = new Int32Array(counts.length);
  const pairs = new DenseIds(1 << 10);
  for (let position = 0; position < numberOf.length; position += 1) {
    const number = numberOf[position] ?? NOT_THERE;
    if (number === NOT_THERE || counts[number] === 1) continue;
    const before = pairs.size;
    pairs.add(pairOf(number, persons[position] ?? 0));
    if (pairs.size > before) people[number] = (people[number] ?? 0) + 1;
  }
  return { persons, people, pairs };
}

/** A number for the person of each credential: that of the other attribute, or one of its own. */
function personsOf({ numberOf, counts }: PresentShares): Float64Array {
  const persons = new Float64Array(numberOf.length);
  for (let position = 0; position < persons.length; position += 1) {
    const number = numberOf[position] ?? NOT_THERE;
    const isOnes = number !== NOT_THERE && (counts[number] ?? 0) <= MOST_OF_ONE_PERSON;
    persons[position] = isOnes ? number + 1 : -position - 1;
  }
  return persons;
}

/** One number for a name and a person: both are below 2^22 (credentials of a group), and persons may be below zero. */
function pairOf(id: number, person: number): number {
  return (id + 1) * 0x800000 + person;
}
