import type { Day } from '../../credential/day';

/** The first and last day that an attribute can be expected to have. */
export interface LikelyDays {
  readonly first: Day;
  readonly last: Day;
}
