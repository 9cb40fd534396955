import { daysSince1970, partsOfDay, type Day } from '../../credential/day';
import { DAYS_FROM_1900_TO_1904 } from '../../sheet/number-format/serial-day';

/**
 * How a new day lies to the present one, where that is how programs move all days of a column. The
 * number of a shift is its place, from 1: a column of numbers has one for each cell.
 */
const SHIFTS = [
  'another',
  'day-early',
  'day-late',
  '1904-early',
  '1904-late',
  'exchanged',
  'midnight-elsewhere',
  'hour-elsewhere',
  'moment',
] as const;

export type DayShift = (typeof SHIFTS)[number];
/** Shifts that the time of day in the cell shows, whatever the present day is. */
export type ShiftByTime = 'midnight-elsewhere' | 'hour-elsewhere' | 'moment';

/** Number of "no day was changed to another day". */
export const NO_SHIFT = 0;
/** How many numbers there are, `NO_SHIFT` included. */
export const SHIFT_NUMBERS = SHIFTS.length + 1;

export function shiftNumber(shift: DayShift): number {
  return SHIFTS.indexOf(shift) + 1;
}

/** How far a day is off, in days, where that is what it shows. */
export const DAYS_OFF: Readonly<Record<Exclude<DayShift, 'another' | 'exchanged' | ShiftByTime>, number>> = {
  /**
   * A program wrote midnight of its own place in universal time: 2027-01-15 -> 2027-01-14T23:00Z.
   */
  'day-early': -1,
  'day-late': 1,
  /** Dates were copied between workbooks that count from 1900 and from 1904. */
  '1904-early': -DAYS_FROM_1900_TO_1904,
  '1904-late': DAYS_FROM_1900_TO_1904,
};

/**
 * Finds how `after` lies to `before`: 2027-01-15 to 2027-01-14 -> day-early, 2027-05-02 to
 * 2027-02-05 -> exchanged, 2027-01-15 to 2028-01-15 -> another.
 */
export function dayShiftOf(before: Day, after: Day): DayShift {
  if (isExchanged(before, after)) return 'exchanged';
  const distance = daysSince1970(after) - daysSince1970(before);
  switch (distance) {
    case DAYS_OFF['day-early']:
      return 'day-early';
    case DAYS_OFF['day-late']:
      return 'day-late';
    case DAYS_OFF['1904-early']:
      return '1904-early';
    case DAYS_OFF['1904-late']:
      return '1904-late';
    default:
      return 'another';
  }
}

function isExchanged(before: Day, after: Day): boolean {
  const [one, other] = [partsOfDay(before), partsOfDay(after)];
  return one.year === other.year && one.month === other.day && one.day === other.month;
}

/** The day with day and month exchanged. It may be no day: 2027-01-31 -> "2027-31-01". */
export function exchanged(day: Day): string {
  return `${day.slice(0, 4)}-${day.slice(8)}-${day.slice(5, 7)}`;
}
