import { shiftNumber, type DayShift } from '../diff/day-shift';
import type { RowColumns } from '../single-row/row-columns';
import type { ShiftedDaysCode } from '../terms/finding';

/** How the days of an attribute are off. */
export interface ShiftedDays {
  readonly shift: DayShift;
  readonly code: ShiftedDaysCode;
}

/** Attributes (their places) whose days are off. */
export type ShiftedDaysByPlace = ReadonlyMap<number, ShiftedDays>;

/** The ways in which days can be off, each with its finding, in the order in which they are looked for. */
export const SHIFTED_DAYS: readonly ShiftedDays[] = [
  { shift: 'day-early', code: 'days-off-by-a-day' },
  { shift: 'day-late', code: 'days-off-by-a-day' },
  { shift: '1904-early', code: 'days-from-1904' },
  { shift: '1904-late', code: 'days-from-1904' },
  { shift: 'exchanged', code: 'days-exchanged' },
];

/** The attributes (their places) of a row whose day is off, with how they are. */
export function shiftedIn(
  found: ShiftedDaysByPlace,
  { dayShifts }: Pick<RowColumns, 'dayShifts'>,
  width: number,
  index: number,
): readonly (readonly [number, ShiftedDays])[] {
  return [...found].filter(([place, { shift }]) => dayShifts[index * width + place] === shiftNumber(shift));
}
