import type { ColumnFacts } from '../facts/describe-columns';

/**
 * Two columns read as one, such as "First Name" and "Last Name" (docs/product.md 2.3). `first`
 * comes first in the text.
 */
export interface Join {
  /** Own `index` of the joined column, at least `FIRST_JOINED`. */
  readonly column: number;
  readonly first: number;
  readonly second: number;
}

/**
 * First index behind the last column of any spreadsheet, so that joined columns have indices of
 * their own.
 */
export const FIRST_JOINED = 16_384;

/** Least share of words for a column to be offered. Ids, dates and e-mails are never halves. */
const WORDS = 0.5;

/** Lists the columns that a column can be joined with: text with text, each column once. */
export function joinable(
  column: number,
  facts: readonly ColumnFacts[],
  joins: readonly Join[],
): readonly ColumnFacts[] {
  const free = facts.filter(
    (fact) =>
      fact.shares.words >= WORDS &&
      !joins.some((join) => [join.column, join.first, join.second].includes(fact.column)),
  );
  return free.some((fact) => fact.column === column) ? free.filter((fact) => fact.column !== column) : [];
}
