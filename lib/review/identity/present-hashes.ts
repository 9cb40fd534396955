import type { Credential } from '../../credential/credential';
import { float64At, itemAt } from '../../element-at';
import { identityHash, type IdentityAttribute } from './identity-hash';

const NOT_MADE = -1;

/**
 * The identity hash of each credential's name (or e-mail). Each is made once, when it is first
 * asked for: a row that changes a name asks for one, the search for names that changed hands for
 * all that are left.
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

  /** The hash of the credential at a position; 0 where it has no name (or e-mail). */
  at(position: number): number {
    const known = float64At(this.#hashes, position);
    if (known !== NOT_MADE) return known;
    const { recipientName, recipientEmail } = itemAt(this.#credentials, position);
    const text = this.#attribute === 'recipient-name' ? recipientName : recipientEmail;
    const hash = text === null ? 0 : identityHash(this.#attribute, text);
    this.#hashes[position] = hash;
    return hash;
  }

  /** The hashes of all credentials, by their positions. */
  all(): Float64Array {
    for (let position = 0; position < this.#hashes.length && !this.#areAllMade; position += 1)
      this.at(position);
    this.#areAllMade = true;
    return this.#hashes;
  }
}
