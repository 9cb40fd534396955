import type { FactValue } from '../../platform/account-facts';
import type { PublicSight } from './public-sight';

/** The longest time after the end of a run in which a first look still counts as one at once. */
const AT_ONCE_MS = 2 * 60_000;

export interface LookedUp {
  /** The sights of the entries before and after a round of the public check. */
  readonly before: readonly PublicSight[];
  readonly after: readonly PublicSight[];
  /** Milliseconds from the end of the run until the round began. */
  readonly sinceEndMs: number;
  /** Whether it is not asked again: about an hour has passed. */
  readonly isOver: boolean;
}

/**
 * Says how far the public record of the account runs behind, by one round of the public check; null
 * where the round does not show it.
 *
 * Examples, of one entry: not asked -> seen, 30 s after the end: at once; 3 hours after it: null.
 * old -> seen: later. old -> old: null, and stays old where it was the last round. old -> no
 * answer: null.
 */
export function publicLagOf({ before, after, sinceEndMs, isOver }: LookedUp): FactValue<'public'> | null {
  if (after.includes('old')) return isOver ? 'stays-old' : null;
  const newlySeen = before.filter((sight, position) => sight !== 'seen' && after[position] === 'seen');
  if (newlySeen.includes('old')) return 'later';
  const isFirstLook = newlySeen.length > 0 && newlySeen.every((sight) => sight === 'not-asked');
  return isFirstLook && sinceEndMs >= 0 && sinceEndMs <= AT_ONCE_MS ? 'at-once' : null;
}
