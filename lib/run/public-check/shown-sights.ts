import type { Entry, RunId } from '../../journal/entry';
import type { PublicSight } from './public-sight';
import type { PublicCheck } from './public-checks';
import { sightsOf } from './sight-signs';

/** The public checks that a panel knows of, by their run. */
export type KnownChecks = ReadonlyMap<RunId, PublicCheck>;

/** The sights of which rows are named, because something may have to be done. */
export const NAMED_SIGHTS = ['old', 'other', 'not-public', 'revoked', 'no-answer'] as const;
export type NamedSight = (typeof NAMED_SIGHTS)[number];

/** Gives what everybody sees of an entry, as far as it is known; null: it is not. */
export function sightFinder(checks: KnownChecks): (entry: Entry) => PublicSight | null {
  const known = new Map([...checks].map(([run, { sights }]) => [run, sightsOf(sights)]));
  return ({ run, position }) => known.get(run)?.[position] ?? null;
}

/** How many entries have each sight, those of which something was written. */
export function countSights(checks: KnownChecks): ReadonlyMap<PublicSight, number> {
  const counts = new Map<PublicSight, number>();
  for (const { sights } of checks.values())
    for (const sight of sightsOf(sights))
      if (sight !== 'no-change') counts.set(sight, (counts.get(sight) ?? 0) + 1); // not met yet: none
  return counts;
}

/** The entries of which rows are named, by what is seen of them, in the order of the sheet. */
export function namedEntries(
  entries: readonly Entry[],
  checks: KnownChecks,
): ReadonlyMap<NamedSight, readonly Entry[]> {
  const sightOf = sightFinder(checks);
  return new Map(
    NAMED_SIGHTS.map((sight) => [sight, entries.filter((entry) => sightOf(entry) === sight)] as const).filter(
      ([, named]) => named.length > 0,
    ),
  );
}

/** Whether looking again may show something new: it is asked now, or was due since. */
export function isWorthALook({ isAsking, nextAt }: PublicCheck, now: number): boolean {
  return isAsking || (nextAt !== null && nextAt <= now);
}
