import type { Assignment, Guess } from '../choice/assignment';

/**
 * Counts the columns that are skipped because nothing speaks for them (docs/product.md 2.3), and
 * not by the admin's word. The step says how many, and so does Review.
 */
export function skippedSilently(guesses: readonly Guess[], { columns }: Assignment): number {
  const silent = new Set(
    guesses.filter(({ reason }) => reason?.kind === 'nothing-speaks').map(({ column }) => column),
  );
  return columns.filter(({ column, target }) => target.kind === 'skip' && silent.has(column)).length;
}
