import { readCell, type CellReading } from '../../assign/read/read-cell';
import { int32At, uint8At } from '../../element-at';
import { NO_SHIFT, shiftNumber, SHIFT_NUMBERS, type DayShift } from '../diff/day-shift';
import { midnightHourOf } from '../diff/moment-elsewhere';
import type { ReviewFrame } from '../single-row/review-frame';
import type { RowColumns } from '../single-row/row-columns';
import type { Marks } from './cross-row';
import {
  ALL_AT_MIDNIGHT_ELSEWHERE,
  numbersShowing,
  SHIFTED_DAYS,
  SOME_AT_MIDNIGHT_ELSEWHERE,
  type ShiftedDays,
  type ShiftedDaysByPlace,
} from './shifted-days';

/** The fewest rows that are off by the same distance. Two may be corrected so by hand. */
const AT_LEAST = 3;
/** Share of the rows that change the day. The others are corrections, which are off as well. */
const MORE_THAN = 0.5;

/**
 * Finds the attributes whose new days are all off by the same distance from the present ones, and
 * marks every row that shows it. A program did that, and no person: it wrote midnight in universal
 * time, counted from 1904, or took the day for the month (docs/product.md 2.4).
 *
 * At least 3 rows and more than half of those that change the day have to show it. A midnight of
 * another place in universal time shows it in each cell by itself, whatever the present day is:
 * 2027-01-15, in the sheet 2027-01-14T23:00Z. In winter, London has 2027-01-15T00:00Z beside it, so
 * it needs no majority; only real times of day (09:15Z) speak against it. An hour such as 14:00Z
 * shows it where every cell has it. Honest sheets move days by a year, a month or a week.
 */
export function judgeShiftedDays(frame: ReviewFrame, rows: RowColumns, marks: Marks): ShiftedDaysByPlace {
  const { length: width } = frame.attributes;
  const found = new Map<number, ShiftedDays>();
  for (const place of frame.dayPlaces) {
    const shifted = shiftedDays(frame, rows, marks, place);
    if (shifted === null) continue;
    found.set(place, shifted);
    const column = marks.codes.column(shifted.code);
    const isShown = numbersShowing(shifted);
    for (let index = 0; index < marks.status.length; index += 1)
      if (isShown[uint8At(rows.dayShifts, index * width + place)] === 1 && marks.isDuplicate[index] === 0)
        column.add(index);
  }
  return found;
}

function shiftedDays(
  frame: ReviewFrame,
  rows: RowColumns,
  { isDuplicate }: Marks,
  place: number,
): ShiftedDays | null {
  const { length: width } = frame.attributes;
  const rowsWith = new Int32Array(SHIFT_NUMBERS);
  let changed = 0;
  for (let index = 0; index < isDuplicate.length; index += 1) {
    const number = uint8At(rows.dayShifts, index * width + place);
    if (number === NO_SHIFT || isDuplicate[index] === 1) continue;
    changed += 1;
    rowsWith[number] = int32At(rowsWith, number) + 1;
  }
  if (changed === 0) return null;
  const count = (shifts: readonly DayShift[]) =>
    shifts.reduce((sum, shift) => sum + int32At(rowsWith, shiftNumber(shift)), 0);
  for (const shifted of SHIFTED_DAYS) {
    const shown = count(shifted.shownBy);
    if (shown >= AT_LEAST && shown > changed * MORE_THAN) return shifted;
  }
  if (count(['midnight-elsewhere']) > count(['hour-elsewhere', 'moment'])) return SOME_AT_MIDNIGHT_ELSEWHERE;
  const shown = count(ALL_AT_MIDNIGHT_ELSEWHERE.shownBy);
  return shown >= AT_LEAST && isMidnightOfAPlace(frame, place, shown) ? ALL_AT_MIDNIGHT_ELSEWHERE : null;
}

/**
 * Whether every cell of a column has the same hour at which days begin somewhere, and most of them
 * change the day. Two hours are those of summer and winter: 13:00 and 14:00 in Sydney, 21:00 to
 * 23:00 in Europe. Noon of New York has 16:00 and 17:00, where no place has a summer time. 11:00
 * and 12:00 are midnight in New Zealand where its summer has 11:00, and noon of London where its
 * own has.
 */
function isMidnightOfAPlace(frame: ReviewFrame, place: number, changed: number): boolean {
  const { table } = frame.input;
  const column = frame.columns.fields.find(({ attribute }) => attribute.id === frame.attributes[place]);
  if (column === undefined) return false; // every day is a field
  const hours = new Set<number>();
  let isSouthern = true;
  let filled = 0;
  for (const row of table.rows) {
    const cell = table.cell(row, column.column);
    if (cell.kind === 'blank' || (cell.kind === 'text' && cell.typed === true)) continue;
    const hour = midnightHourOf(cell);
    if (hour === null) return false; // a plain day, mostly in the first row
    filled += 1;
    hours.add(hour);
    if (hour < 13) isSouthern &&= isOfNewZealand(readCell(cell, column.attribute, column.choice), hour);
  }
  if (changed <= filled * MORE_THAN) return false; // the present days are those of universal time
  const [first, last] = [Math.min(...hours), Math.max(...hours)];
  if (first < 13) return first === 11 && last === 12 && isSouthern;
  return first === last || (last - first === 1 && (first === 13 || first >= 21));
}

/** Whether midnight in New Zealand is at this hour on a day: 11:00 from October to March. */
function isOfNewZealand(reading: CellReading, hour: number): boolean {
  if (reading.kind !== 'value' || typeof reading.value !== 'string') return false;
  const month = Number(reading.value.slice(5, 7));
  if (month === 4 || month === 9) return true; // the hour changes
  return (month > 4 && month < 9) === (hour === 12);
}
