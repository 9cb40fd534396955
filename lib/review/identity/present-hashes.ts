import type { Credential } from '../../credential/credential';
import { identityHash, type IdentityAttribute } from './identity-hash';

const NOT_MADE = -1;

/**
 * The identity hash of each credential's name (or e-mail). Each is made once, when it is first asked for: a row that
 * changes a name asks for one, the search for names that changed hands for all that are left.
 */
export class PresentHashes {
  readonly #credentials: readonly Credential[];
  readonly #attribute: IdentityAttribute;
  readonly #hashes: Float64Array;
  #areAllMade = false;

  constructor(credentials: readonly Credential[], attribute: IdentityAttribute) {
    this.#credentials = credentials;
    this.#attribute = attribute;
    this.#hashes = new Float64Array(credentials.length).fill(NOT_MADE);
  }

  /** That of the credential at a position; 0 for none. */
  at(position: number): number {
    const known = this.#hashes[position] ?? 0; // no credential there
    if (known !== NOT_MADE) return known;
    const credential = this.#credentials[position];
    const text =
      this.#attribute === 'recipient-name' ? credential?.recipientName : credential?.recipientEmail;
    const hash = text === null || text === undefined ? 0 : identityHash(this.#attribute, text);
    this.#hashes[position] = hash;
    return hash;
  }

  /** Those of all credentials, by their positions. */
  all(): Float64Array {
    for (let position = 0; position < this.#hashes.length && !this.#areAllMade; position += 1)
      this.at(position);
    this.#areAllMade = true;
    return this.#hashes;
  }
}

const made = new WeakMap<readonly Credential[], Partial<Record<IdentityAttribute, PresentHashes>>>();

/** Made once for each list of credentials. */
export function presentHashes(
  credentials: readonly Credential[],
  attribute: IdentityAttribute,
): PresentHashes {
  const known = made.get(credentials) ?? {};
  made.set(credentials, known);
  return (known[attribute] ??= new PresentHashes(credentials, attribute));
}
