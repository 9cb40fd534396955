import type { Day } from '../../credential/day';
import { partsOfDay } from '../../credential/day';
import type { DateFormat } from '../../sheet/dates/date-format';
import { findDateFormat, readWrittenDay, type DateFormatEvidence } from '../../sheet/dates/dates';
import { parseWrittenDate } from '../../sheet/dates/parse-written-date';

/** Least number of distinct typed dates. Fewer may all be in the first twelve days by chance. */
const ENOUGH = 3;
/** Last day of a month that can also be a month. */
const MONTHS = 12;

/** Evidence of all dates of a column for the order of its written ones. */
export type ColumnDates =
  | DateFormatEvidence
  /**
   * `by` proves the order, and a program has swapped day and month in the dates that the file types
   * as dates.
   */
  | { readonly kind: 'swapped'; readonly format: DateFormat; readonly by: string };

/**
 * Finds the order of a column's written dates (with the number of rows of each), with the typed
 * ones as further evidence.
 */
export function datesOfColumn(written: ReadonlyMap<string, number>, typed: ReadonlySet<Day>): ColumnDates {
  const found = findDateFormat(written.keys(), (text) => written.get(text) ?? 0);
  return found.kind === 'proved' && areSwapped(found.format, [...written.keys()], typed)
    ? { ...found, kind: 'swapped' }
    : found;
}

/**
 * Tells whether a program swapped day and month in a part of the column.
 *
 * It happens when the file is opened where dates have another order. A text that is a date in that
 * order becomes a typed date with day and month swapped. The others stay text. Example: 03/04/2027
 * (3 April) -> 4 March, 15/03/2027 -> text. The signs: every typed date has a day up to 12, and no
 * written date can be read in the other order.
 */
function areSwapped(format: DateFormat, written: readonly string[], typed: ReadonlySet<Day>): boolean {
  if (format === 'year-month-day' || typed.size < ENOUGH) return false;
  const other = format === 'day-month-year' ? 'month-day-year' : 'day-month-year';
  const couldBeSwapped = (text: string) =>
    parseWrittenDate(text)?.kind === 'numbers' && readWrittenDay(text, other) !== null;
  return [...typed].every((day) => partsOfDay(day).day <= MONTHS) && !written.some(couldBeSwapped);
}
