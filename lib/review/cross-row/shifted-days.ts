import { uint8At } from '../../element-at';
import { shiftNumber, SHIFT_NUMBERS, type DayShift, type ShiftByTime } from '../diff/day-shift';
import type { RowColumns } from '../single-row/row-columns';
import type { ShiftedDaysCode } from '../terms/finding';

/** How the days of an attribute are off. */
export interface ShiftedDays {
  readonly shift: Exclude<DayShift, 'another' | ShiftByTime>;
  /** Shifts of single cells that show it. */
  readonly shownBy: readonly DayShift[];
  readonly code: ShiftedDaysCode;
}

/** Attributes (their places) whose days are off. */
export type ShiftedDaysByPlace = ReadonlyMap<number, ShiftedDays>;

/**
 * The ways in which days can be off, each with its finding, in the order in which they are looked
 * for.
 */
export const SHIFTED_DAYS: readonly ShiftedDays[] = [
  { shift: 'day-early', shownBy: ['day-early', 'midnight-elsewhere'], code: 'days-off-by-a-day' },
  { shift: 'day-late', shownBy: ['day-late'], code: 'days-off-by-a-day' },
  { shift: '1904-early', shownBy: ['1904-early'], code: 'days-from-1904' },
  { shift: '1904-late', shownBy: ['1904-late'], code: 'days-from-1904' },
  { shift: 'exchanged', shownBy: ['exchanged'], code: 'days-exchanged' },
];

/**
 * Single cells have the midnight of another place in universal time: 2027-01-14T23:00Z. Plain days
 * beside them that are a day early are so for the same reason.
 */
export const SOME_AT_MIDNIGHT_ELSEWHERE: ShiftedDays = {
  shift: 'day-early',
  shownBy: ['day-early', 'midnight-elsewhere'],
  code: 'days-off-by-a-day',
};

/** Every cell of a column has that midnight, and so shows that its day is early. */
export const ALL_AT_MIDNIGHT_ELSEWHERE: ShiftedDays = {
  shift: 'day-early',
  shownBy: ['day-early', 'midnight-elsewhere', 'hour-elsewhere'],
  code: 'days-off-by-a-day',
};

/** 1 at the numbers of the shifts that show how days are off. */
export function numbersShowing({ shownBy }: ShiftedDays): Uint8Array {
  const isShown = new Uint8Array(SHIFT_NUMBERS);
  for (const shift of shownBy) isShown[shiftNumber(shift)] = 1;
  return isShown;
}

/** The attributes (their places) of a row whose day is off, with how they are. */
export function shiftedIn(
  found: ShiftedDaysByPlace,
  { dayShifts }: Pick<RowColumns, 'dayShifts'>,
  width: number,
  index: number,
): readonly (readonly [number, ShiftedDays])[] {
  return [...found].filter(
    ([place, shifted]) => numbersShowing(shifted)[uint8At(dayShifts, index * width + place)] === 1,
  );
}
