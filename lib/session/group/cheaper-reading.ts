import { BATCH } from '../../platform/search-keys';

/*
 * A group is read in one of two ways: all of it is read, a hundred credentials or more with one
 * request, or the rows of the sheet are looked up in it. Reading all tells more (which other
 * columns tell credentials apart, how many have a name), and nothing of the sheet leaves the
 * computer for it. So looking up has to be worth it.
 */

/** A group of at most so many is read whole: in ten requests or fewer. */
export const SMALL_GROUP = 1_000;
/** How many times fewer requests looking up has to take. */
const TIMES_CHEAPER = 2;

/** Whether so many requests to look up are worth it in a group of so many pages. */
export function isWorthLookingUp(requests: number, pages: number): boolean {
  return requests * TIMES_CHEAPER <= pages;
}

/** Whether a sheet of so many rows may be worth looking up, whatever its rows are matched by. */
export function mayBeWorthLookingUp(rows: number, pages: number): boolean {
  return isWorthLookingUp(Math.ceil(rows / BATCH), pages);
}
