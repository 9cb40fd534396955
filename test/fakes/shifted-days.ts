import { dayAfter, type Day } from '../../lib/credential/day';
import { exchanged } from '../../lib/review/diff/day-shift';
import { credentialOf } from './credential';
import type { WrittenReview } from './review';
import type { WrittenCell } from './table';

/** Present days, none of which is the same with day and month exchanged. */
export const PRESENT = [
  '2027-02-05',
  '2027-04-03',
  '2028-06-07',
  '2028-09-01',
  '2029-11-10',
  '2029-08-12',
] as Day[];
/** Credentials that expire on them, with the ids 1 to 6. */
export const credentials = PRESENT.map((expiredOn, at) => credentialOf({ id: `${at + 1}`, expiredOn }));
/** The same days with day and month exchanged. */
export const MIRRORED = PRESENT.map((day) => exchanged(day) as Day);

/** Days that are so many days later. */
export const later = (days: number, of: readonly Day[] = PRESENT) => of.map((day) => dayAfter(day, days)!);
/** A sheet of these expiry dates, one for each credential. */
export const sheet = (days: readonly WrittenCell[], more: Partial<WrittenReview> = {}): WrittenReview => ({
  columns: ['credential-id', 'expiry-date'],
  rows: days.map((day, at) => [`${at + 1}`, day]),
  credentials,
  ...more,
});
/** Renewed days with these times behind them in turn. */
export const moments = (...times: readonly string[]) =>
  PRESENT.map((_, at) => `203${at}-02-04${times[at % times.length] ?? ''}`);
/** The same as cells that the file types as dates. */
export const typedMoments = (...times: readonly string[]) =>
  moments(...times).map((text): WrittenCell => ({
    kind: 'day',
    text,
    day: text.slice(0, 10) as Day,
    timeOfDay: true,
  }));
