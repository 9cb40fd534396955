/*
 * Two clocks, because each can be wrong. The computer's clock may be set forward or back at any
 * moment, by hand or by a time server. `ticks` only grow, but stand still on some systems while the
 * computer sleeps. So the ticks alone decide that some time HAS passed, and both must agree that NO
 * MORE than some time has passed.
 *
 * Example: read, then the computer sleeps for a minute. The ticks say 1 s, the clock says 61 s: the
 * reading is older than 30 s.
 * Example: read, then the clock is set back by an hour. The ticks say 40 s: the reading is older
 * than 30 s.
 * Example: the clock is set back by an hour, and the computer sleeps for a minute. The ticks say 1
 * s, and the clock less than nothing: it tells nothing, and the reading may be of any age.
 */

/**
 * The two clocks, in milliseconds: since 1970, and since some moment after this background was
 * started.
 */
export interface Clocks {
  readonly now: () => number;
  readonly ticks: () => number;
}

/** A moment by both clocks. It means nothing to a background that is started later. */
export interface Moment {
  readonly at: number;
  readonly ticks: number;
}

export function momentOf({ now, ticks }: Clocks): Moment {
  return { at: now(), ticks: ticks() };
}

/** Whether more than so many milliseconds may have passed since a moment, by either clock. */
export function isOlder(moment: Moment, milliseconds: number, { now, ticks }: Clocks): boolean {
  return Math.max(now() - moment.at, ticks() - moment.ticks) > milliseconds;
}

/**
 * Whether a reading of that moment may be older than so many milliseconds. A clock that was set
 * back since hides a sleep: then it may be.
 */
export function mayBeOlder(moment: Moment, milliseconds: number, clocks: Clocks): boolean {
  return clocks.now() < moment.at || isOlder(moment, milliseconds, clocks);
}
