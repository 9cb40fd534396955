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

/** The counts after `many` entries came to a state, from another one or (null) newly written down. */
export function countTransition(
  counts: EntryCounts,
  from: EntryState['kind'] | null,
  to: EntryState['kind'],
  many = 1,
): EntryCounts {
  const less = from === null ? counts : { ...counts, [from]: counts[from] - many };
  return { ...less, [to]: less[to] + many };
}

/** Entries that are not settled. */
export function openEntriesOf(counts: EntryCounts): number {
  return counts.planned + counts.sent + counts['in-doubt'];
}

/** All entries. */
export function totalOf(counts: EntryCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
