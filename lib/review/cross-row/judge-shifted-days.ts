import { int32At, uint8At } from '../../element-at';
import { NO_SHIFT, shiftNumber, SHIFT_NUMBERS } from '../diff/day-shift';
import { timeOfDayIn } from '../diff/time-of-day';
import type { ReviewFrame } from '../single-row/review-frame';
import type { RowColumns } from '../single-row/row-columns';
import type { Marks } from './cross-row';
import { numbersShowing, SHIFTED_DAYS, type ShiftedDays, type ShiftedDaysByPlace } from './shifted-days';

/** The fewest rows that are off by the same distance. Two may be corrected so by hand. */
const AT_LEAST = 3;
/** Share of the rows that change the day. The others are corrections, which are off as well. */
const MORE_THAN = 0.5;

/**
 * Finds the attributes whose new days are all off by the same distance from the present ones, and
 * marks every row that shows it. A program did that, and no person: it wrote midnight in universal
 * time, counted from 1904, or took the day for the month (docs/product.md 2.4).
 *
 * At least 3 rows and more than half of those that change the day have to show it. A day early or
 * late is shown by one or two as well, where each cell has the time of day that came with it:
 * 2027-01-15, in the sheet 2027-01-14T23:00Z. Where the day changes for real, that time shows it by
 * itself. Honest sheets move days by a year, a month or a week, which is none of these.
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
  for (const shifted of SHIFTED_DAYS) {
    const count = shifted.shownBy.reduce((sum, shift) => sum + int32At(rowsWith, shiftNumber(shift)), 0);
    if (count === 0 || count <= changed * MORE_THAN) continue;
    const isByADay = shifted.code === 'days-off-by-a-day';
    if (count >= AT_LEAST || (isByADay && count === changed && haveTimes(frame, rows, place))) return shifted;
  }
  return null;
}

/** Whether every cell that changes the day has a time within the day. */
function haveTimes(frame: ReviewFrame, { dayShifts }: RowColumns, place: number): boolean {
  const { length: width } = frame.attributes;
  const { table } = frame.input;
  const column = frame.columns.fields.find(({ attribute }) => attribute.id === frame.attributes[place]);
  if (column === undefined) return false; // every day is a field
  return table.rows.every(
    (row, index) =>
      dayShifts[index * width + place] === NO_SHIFT ||
      timeOfDayIn(table.cell(row, column.column)) === 'within-the-day',
  );
}
