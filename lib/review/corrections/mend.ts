import type { AttributeId } from '../../credential/attribute';
import { dayAfter, dayOfTimestamp, type Day } from '../../credential/day';
import { itemAt, uint8At } from '../../element-at';
import { readCell } from '../../assign/read/read-cell';
import { textOf, type Cell } from '../../sheet/cells/sheet';
import type { Review } from '../cross-row/review';
import { numbersShowing, type ShiftedDays } from '../cross-row/shifted-days';
import { DAYS_OFF, exchanged, NO_SHIFT } from '../diff/day-shift';
import { shiftByTime } from '../diff/moment-elsewhere';
import type { AssignedColumn } from '../match/sheet-columns';
import type { MendableCode, ShiftedDaysCode } from '../terms/finding';
import { isMeantCode } from '../terms/suggestion';
import { meantTexts } from '../view/meant-cells';

/** New texts of cells, by the number of the row and the attribute. */
export type MendedCells = ReadonlyMap<number, ReadonlyMap<AttributeId, string>>;

/**
 * The cells that a kind of finding offers to correct, all at once, with their new texts. Days that
 * are off are moved back in every row that changes them: what was really corrected is off as well.
 * Where cells have the time that came with it (23:00Z), each shows it by itself: only those are
 * moved, and plain days that are as early as they are. A renewal at midnight was not moved, as
 * summer time began in between. What the admin typed stays.
 */
export function mendedCells(review: Review, code: MendableCode): MendedCells {
  return isMeantCode(code) ? meantTexts(review, code) : daysMovedBack(review, code);
}

/** The days of all columns that are off, moved back. */
function daysMovedBack({ frame, rows, crossRow }: Review, code: ShiftedDaysCode): MendedCells {
  const { table, corrected } = frame.input;
  const { length: width } = frame.attributes;
  const mended = new Map<number, Map<AttributeId, string>>();
  for (const [place, shifted] of crossRow.shiftedDays) {
    const id = itemAt(frame.attributes, place);
    const column = frame.columns.fields.find(({ attribute }) => attribute.id === id);
    if (shifted.code !== code || column === undefined) continue;
    const isShown = numbersShowing(shifted);
    const changing = table.rows.flatMap((row, index) => {
      const shift = uint8At(rows.dayShifts, index * width + place);
      if (shift === NO_SHIFT || corrected.editedIn(row).includes(id)) return [];
      const cell = table.cell(row, column.column);
      return [{ row, cell, day: movedBack(cell, column, shifted), isMarked: isShown[shift] === 1 }];
    });
    const isByTime =
      code === 'days-off-by-a-day' &&
      changing.some(({ cell }) => shiftByTime(textOf(cell)) === 'midnight-elsewhere');
    // A day behind the 12th was never exchanged. Where there are some, only what shows it was.
    const isWhole = !isByTime && (shifted.shift !== 'exchanged' || changing.every(({ day }) => day !== null));
    for (const { row, day, isMarked } of changing)
      if (day !== null && (isWhole || isMarked)) mended.set(row, new Map(mended.get(row)).set(id, day));
  }
  return mended;
}

/** The day of a cell moved back; null where the cell has no such day. */
function movedBack(cell: Cell, { attribute, choice }: AssignedColumn, { shift }: ShiftedDays): string | null {
  const reading = readCell(cell, attribute, choice);
  if (reading.kind !== 'value' || typeof reading.value !== 'string') return null;
  const day = reading.value as Day; // the attribute is one of days
  if (shift === 'exchanged') return dayOfTimestamp(exchanged(day));
  return dayAfter(day, -DAYS_OFF[shift]);
}
