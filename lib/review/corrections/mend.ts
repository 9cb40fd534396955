import type { AttributeId } from '../../credential/attribute';
import { dayAfter, dayOfTimestamp, type Day } from '../../credential/day';
import { itemAt, uint8At } from '../../element-at';
import { readCell } from '../../assign/read/read-cell';
import type { Cell } from '../../sheet/cells/sheet';
import type { Review } from '../cross-row/review';
import { numbersShowing, type ShiftedDays } from '../cross-row/shifted-days';
import { DAYS_OFF, exchanged, NO_SHIFT } from '../diff/day-shift';
import { timeOfDayIn } from '../diff/time-of-day';
import type { AssignedColumn } from '../match/sheet-columns';
import type { MendableCode, ShiftedDaysCode } from '../terms/finding';
import { isMeantCode } from '../terms/suggestion';
import { meantTexts } from '../view/meant-cells';

/** New texts of cells, by the number of the row and the attribute. */
export type MendedCells = ReadonlyMap<number, ReadonlyMap<AttributeId, string>>;

/**
 * The cells that a kind of finding offers to correct, all at once, with their new texts. Days that
 * are off are moved back in every row that changes them: what was really corrected is off as well.
 * What the admin typed stays.
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
    const changing = table.rows.flatMap((row, index) => {
      const shift = uint8At(rows.dayShifts, index * width + place);
      if (shift === NO_SHIFT || corrected.editedIn(row).includes(id)) return [];
      const day = movedBack(table.cell(row, column.column), column, shifted);
      return [{ row, day, isMarked: numbersShowing(shifted)[shift] === 1 }];
    });
    // A day behind the 12th was never exchanged. Where there are some, only what shows it was.
    const isWhole = shifted.shift !== 'exchanged' || changing.every(({ day }) => day !== null);
    for (const { row, day, isMarked } of changing)
      if (day !== null && (isWhole || isMarked)) mended.set(row, new Map(mended.get(row)).set(id, day));
  }
  return mended;
}

/** The day of a cell moved back; null where the cell has no such day, or was not moved. */
function movedBack(cell: Cell, { attribute, choice }: AssignedColumn, { shift }: ShiftedDays): string | null {
  const reading = readCell(cell, attribute, choice);
  if (reading.kind !== 'value' || typeof reading.value !== 'string') return null;
  const day = reading.value as Day; // the attribute is one of days
  if (shift === 'exchanged') return dayOfTimestamp(exchanged(day));
  // Beside 23:00 in winter, midnight is a day that was not moved: summer time began in between.
  if ((shift === 'day-early' || shift === 'day-late') && timeOfDayIn(cell) === 'midnight') return null;
  return dayAfter(day, -DAYS_OFF[shift]);
}
