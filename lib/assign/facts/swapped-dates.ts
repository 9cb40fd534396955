import type { Day } from '../../credential/day';
import { partsOfDay } from '../../credential/day';
import type { DateFormat } from '../../sheet/dates/date-format';
import { findDateFormat, readWrittenDay, type DateFormatEvidence } from '../../sheet/dates/dates';
import { parseWrittenDate } from '../../sheet/dates/parse-written-date';

/** Different dates of the file from which on it is no chance that none has a later day. */
const ENOUGH = 3;
/** Up to here a day can be taken for a month. */
const MONTHS = 12;

/** What all dates of a column say of the order of its written ones. */
export type ColumnDates =
  | DateFormatEvidence
  /** `by` proves the order, and a program has exchanged day and month in the dates that the file types as such. */
  | { readonly kind: 'swapped'; readonly format: DateFormat; readonly by: string };

/** The order of the written dates of a column, beside those that the file types as dates. */
export function datesOfColumn(written: ReadonlySet<string>, typed: ReadonlySet<Day>): ColumnDates {
  const found = findDateFormat(written);
  return found.kind === 'proved' && areSwapped(found.format, written, typed)
    ? { ...found, kind: 'swapped' }
    : found;
}

/**
 * Whether a program has turned day and month in a part of a column: it was opened where dates are written in another order
 * than in the file. What could be read in that order became a date, with day and month exchanged; the rest stayed text. So
 * every date that the file types as one has a day up to 12 (`typed`), and every written one can be read in one order only.
 */
function areSwapped(format: DateFormat, written: ReadonlySet<string>, typed: ReadonlySet<Day>): boolean {
  if (format === 'year-month-day' || typed.size < ENOUGH) return false;
  const other = format === 'day-month-year' ? 'month-day-year' : 'day-month-year';
  const couldBeSwapped = (text: string) =>
    parseWrittenDate(text)?.kind === 'numbers' && readWrittenDay(text, other) !== null;
  return [...typed].every((day) => partsOfDay(day).day <= MONTHS) && ![...written].some(couldBeSwapped);
}
