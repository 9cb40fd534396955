import { addInt32, float64At, int32At } from '../../element-at';
import { DenseIds, NOT_THERE } from './dense-ids';
import type { PresentShares } from './present-shares';

/** An address that more credentials than this share is an office's, not one person's. */
const MOST_OF_ONE_PERSON = 20;

/**
 * Holders of each name (or e-mail) of a group, as persons: several credentials of one person are
 * one.
 */
export interface IdentityHolders {
  /** The identity hash of each credential, by its position; 0 for none. */
  readonly hashes: Float64Array;
  /** How many credentials have it now. */
  credentialsWith(hash: number): number;
  /** How many persons have it now. */
  peopleWith(hash: number): number;
  /** Share of the persons who have theirs together with another person. */
  readonly shareOfNamesakes: () => number;
  /** Whether the credential at a position belongs to one of those who have it now. */
  isHeldByPersonOf(hash: number, position: number): boolean;
}

/**
 * Finds out who has which name (or e-mail). Persons are distinguished by the other attribute
 * (`other`): by e-mail for names, by name for e-mails, else by the credential itself. That is only
 * made when somebody asks for persons, which happens where a name changes hands.
 */
export function createIdentityHolders(
  hashes: Float64Array,
  shares: PresentShares,
  other: () => PresentShares,
): IdentityHolders {
  const { numbers, numberOf, counts, firsts } = shares;
  let made: Persons | null = null;
  let namesakes: number | null = null;
  const persons = () => (made ??= personsBy(shares, other()));
  return {
    hashes,
    credentialsWith(hash) {
      const number = numbers.find(hash);
      return number === NOT_THERE ? 0 : int32At(counts, number);
    },
    peopleWith(hash) {
      const number = numbers.find(hash);
      if (number === NOT_THERE) return 0;
      return int32At(counts, number) < 2 ? 1 : int32At(persons().sharing, number);
    },
    shareOfNamesakes: () => (namesakes ??= namesakesAmong(shares, persons())),
    isHeldByPersonOf(hash, position) {
      const number = numbers.find(hash);
      if (number === NOT_THERE) return false;
      if (numberOf[position] === number) return true;
      const { personOf, pairs } = persons();
      const person = float64At(personOf, position);
      if (counts[number] === 1) return float64At(personOf, int32At(firsts, number)) === person;
      return pairs.find(pairOf(number, person)) !== NOT_THERE;
    },
  };
}

/** Person of each credential of a group. */
interface Persons {
  /** The person of each credential, by its position. */
  readonly personOf: Float64Array;
  /** How many persons share each number that several credentials have. */
  readonly sharing: Int32Array;
  /** The persons, as pairs of a number and a person. */
  readonly pairs: DenseIds;
}

function personsBy({ numberOf, counts }: PresentShares, other: PresentShares): Persons {
  const personOf = personsOf(other);
  const sharing = new Int32Array(counts.length);
  const pairs = new DenseIds(1 << 10);
  for (let position = 0; position < numberOf.length; position += 1) {
    const number = int32At(numberOf, position);
    if (number === NOT_THERE || counts[number] === 1) continue;
    const before = pairs.size;
    pairs.add(pairOf(number, float64At(personOf, position)));
    if (pairs.size > before) addInt32(sharing, number, 1);
  }
  return { personOf, sharing, pairs };
}

/** Share of the persons who share what they have with another one, 0 to 1. */
function namesakesAmong({ counts, numbers }: PresentShares, { sharing }: Persons): number {
  let people = 0;
  let namesakes = 0;
  for (let number = 0; number < numbers.size; number += 1) {
    const these = int32At(counts, number) < 2 ? 1 : int32At(sharing, number);
    people += these;
    if (these > 1) namesakes += these;
  }
  return people === 0 ? 0 : namesakes / people;
}

/**
 * A number for the person of each credential: the number of the other attribute, or one of its own
 * (below 0).
 */
function personsOf({ numberOf, counts }: PresentShares): Float64Array {
  const personOf = new Float64Array(numberOf.length);
  for (let position = 0; position < personOf.length; position += 1) {
    const number = int32At(numberOf, position);
    const isOnePersons = number !== NOT_THERE && int32At(counts, number) <= MOST_OF_ONE_PERSON;
    personOf[position] = isOnePersons ? number + 1 : -position - 1;
  }
  return personOf;
}

/**
 * One number for a name and a person: both are below 2^22 (credentials of a group), and persons may
 * be below zero.
 */
function pairOf(id: number, person: number): number {
  return (id + 1) * 0x800000 + person;
}
