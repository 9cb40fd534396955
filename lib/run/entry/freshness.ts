/*
 * Two clocks, because neither tells all. The computer's own may be set forward or back at any moment, by hand or by a time server. `ticks` only
 * grow, but stand still on some systems while the computer sleeps. So that some time HAS passed is told by the ticks alone, and that no more than
 * some time has passed is believed only when both say so.
 */

/** The two clocks, in milliseconds: since 1970, and since some moment of this life of the background. */
export interface Clocks {
  readonly now: () => number;
  readonly ticks: () => number;
}

/** A moment by both. It says nothing to another life of the background. */
export interface Moment {
  readonly at: number;
  readonly ticks: number;
}

export function momentOf({ now, ticks }: Clocks): Moment {
  return { at: now(), ticks: ticks() };
}

/** Whether what was seen at a moment is too old to be believed for so long: more may have passed since. */
export function isOlder(moment: Moment, milliseconds: number, { now, ticks }: Clocks): boolean {
  return Math.max(now() - moment.at, ticks() - moment.ticks) > milliseconds;
}
