import { addInt32, float64At } from '../../element-at';
import { DenseIds, NOT_THERE } from './dense-ids';

/** Credentials of a group that share a name (or e-mail) now. */
export interface PresentShares {
  /** Small numbers for the identity hashes. */
  readonly numbers: DenseIds;
  /** The number of each credential's hash, by its position; NOT_THERE where it has none. */
  readonly numberOf: Int32Array;
  /** How many credentials share each number. */
  readonly counts: Int32Array;
  /** The position of the first credential that has each number. */
  readonly firsts: Int32Array;
}

/**
 * Numbers the identity hashes of credentials (by position; 0 is none) and counts who shares them.
 * Linear.
 */
export function presentSharesOf(hashes: Float64Array): PresentShares {
  const numbers = new DenseIds(hashes.length);
  const numberOf = new Int32Array(hashes.length);
  const counts = new Int32Array(hashes.length);
  const firsts = new Int32Array(hashes.length);
  for (let position = 0; position < hashes.length; position += 1) {
    const hash = float64At(hashes, position);
    const number = hash === 0 ? NOT_THERE : numbers.add(hash);
    numberOf[position] = number;
    if (number === NOT_THERE) continue;
    if (counts[number] === 0) firsts[number] = position;
    addInt32(counts, number, 1);
  }
  return { numbers, numberOf, counts, firsts };
}
