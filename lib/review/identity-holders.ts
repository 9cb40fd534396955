import type { Credential } from '../credential/credential';
import { DenseIds, NOT_THERE } from './dense-ids';
import type { IdentityAttribute } from './identity-hash';
import { presentHashes } from './present-hashes';

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
  const other = attribute === 'recipient-name' ? 'recipient-email' : 'recipient-name';
  const hashes = presentHashes(credentials, attribute).all();
  const ids = new DenseIds(hashes.length);
  const counts = new Int32Array(hashes.length);
  for (let position = 0; position < hashes.length; position += 1) {
    const hash = hashes[position] ?? 0;
    if (hash !== 0) tally(counts, ids.add(hash));
  }

  let persons: Float64Array | null = null;
  let people: Int32Array | null = null;
  let pairs: DenseIds | null = null;
  /** Persons are only asked for where a name changes hands. */
  const tellApart = () => {
    if (persons !== null && people !== null && pairs !== null) return { persons, people, pairs };
    persons = personsOf(presentHashes(credentials, other).all());
    people = new Int32Array(ids.size);
    pairs = new DenseIds(hashes.length);
    for (let position = 0; position < hashes.length; position += 1) {
      const id = ids.find(hashes[position] ?? 0);
      if (id === NOT_THERE) continue;
      const before = pairs.size;
      pairs.add(pairOf(id, persons[position] ?? 0));
      if (pairs.size > before) tally(people, id);
    }
    return { persons, people, pairs };
  };
  return {
    hashes,
    credentialsWith: (hash) => counts[ids.find(hash)] ?? 0, // nobody has it
    peopleWith: (hash) => tellApart().people[ids.find(hash)] ?? 0,
    isHeldByPersonOf(hash, position) {
      const apart = tellApart();
      const id = ids.find(hash);
      return id !== NOT_THERE && apart.pairs.find(pairOf(id, apart.persons[position] ?? 0)) !== NOT_THERE;
    },
  };
}

/** A number for the person of each credential: that of the other attribute, or one of its own. */
function personsOf(others: Float64Array): Float64Array {
  const ids = new DenseIds(others.length);
  const shared = new Int32Array(others.length);
  for (const hash of others) if (hash !== 0) tally(shared, ids.add(hash));
  return others.map((hash, position) => {
    const id = ids.find(hash);
    return id !== NOT_THERE && (shared[id] ?? 0) <= MOST_OF_ONE_PERSON ? id + 1 : -position - 1;
  });
}

/** One number for a name and a person: both are below 2^22 (credentials of a group), and persons may be below zero. */
function pairOf(id: number, person: number): number {
  return (id + 1) * 0x800000 + person;
}

function tally(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}
