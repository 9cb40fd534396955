import type { EntryState, RunProgress } from './entry';

/** How many entries of a run are in each state. */
export type EntryCounts = RunProgress['counts'];

export const NO_ENTRIES: EntryCounts = {
  planned: 0,
  sent: 0,
  'in-doubt': 0,
  applied: 0,
  'not-applied': 0,
  rejected: 0,
  conflict: 0,
  cancelled: 0,
  'not-known': 0,
};

/**
 * The counts after `many` entries went to a state from another one, or (`from` null) were added in
 * it.
 */
export function countTransition(
  counts: EntryCounts,
  from: EntryState['kind'] | null,
  to: EntryState['kind'],
  many = 1,
): EntryCounts {
  const left = from === null ? counts : { ...counts, [from]: counts[from] - many };
  return { ...left, [to]: left[to] + many };
}

/** Counts the entries that are not settled. */
export function openEntriesOf(counts: EntryCounts): number {
  return counts.planned + counts.sent + counts['in-doubt'];
}

/** Counts all entries. */
export function totalOf(counts: EntryCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
