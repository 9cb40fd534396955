import type { Guess } from '../choice/assignment';
import type { ColumnFacts } from '../facts/describe-columns';
import { NAMES, type KnownValues } from './known-values';
import { isMiddleName, nameParts } from './name-parts';

/** Two columns that are to be read as one, in this order. */
export interface NameJoin {
  readonly first: number;
  readonly second: number;
}

/** Least number of different names. Two may be names of the group by chance. */
const ENOUGH_NAMES = 3;

/**
 * Finds first and last name that together are names of the group, so that they are joined without a
 * click (docs/product.md 2.3). The order is the one of the group. Null where another column is the
 * name, where fewer than half of the joined values are names of the group, and beside a column of
 * middle names, which would be lost.
 */
export function nameJoin(
  facts: readonly ColumnFacts[],
  guesses: readonly Guess[],
  known: KnownValues,
): NameJoin | null {
  const parts = nameParts(facts);
  if (parts === null) return null;
  const hasName = guesses.some(({ target }) => target.kind === 'attribute' && target.id === 'recipient-name');
  if (hasName || facts.some(({ header, values }) => values > 0 && isMiddleName(header))) return null;
  const { given, family } = parts;
  const { distinct, share, isReversed } = known.namesOf(given, family);
  if (distinct < ENOUGH_NAMES || share < NAMES) return null;
  return isReversed ? { first: family, second: given } : { first: given, second: family };
}
