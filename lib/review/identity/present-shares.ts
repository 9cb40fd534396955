import type { Credential } from '../../credential/credential';
import { DenseIds, NOT_THERE } from './dense-ids';
import type { IdentityAttribute } from './identity-hash';
import { presentHashes } from './present-hashes';

/** Which credentials of a group share a name (or e-mail) now. */
export interface PresentShares {
  /** Small numbers for the identity hashes. */
  readonly numbers: DenseIds;
  /** That of each credential, by its position; NOT_THERE for none. */
  readonly numberOf: Int32Array;
  /** How many credentials have it, and the position of the first, by its number. */
  readonly counts: Int32Array;
  readonly firsts: Int32Array;
}

const made = new WeakMap<readonly Credential[], Partial<Record<IdentityAttribute, PresentShares>>>();

/** Made once for each list of credentials: persons with a name are told apart by their e-mails, and the other way round. */
export function presentShares(
  credentials: readonly Credential[],
  attribute: IdentityAttribute,
): PresentShares {
  const known = made.get(credentials) ?? {};
  made.set(credentials, known);
  return (known[attribute] ??= makeShares(presentHashes(credentials, attribute).all()));
}

function makeShares(hashes: Float64Array): PresentShares {
  const numbers = new DenseIds(hashes.length);
  const numberOf = new Int32Array(hashes.length);
  const counts = new Int32Array(hashes.length);
  const firsts = new Int32Array(hashes.length);
  for (let position = 0; position < hashes.length; position += 1) {
    const hash = hashes[position] ?? 0;
    const number = hash === 0 ? NOT_THERE : numbers.add(hash);
    numberOf[position] = number;
    if (number === NOT_THERE) continue;
    if (counts[number] === 0) firsts[number] = position;
    counts[number] = (counts[number] ?? 0) + 1;
  }
  return { numbers, numberOf, counts, firsts };
}
