import type { Attribute } from '../../credential/attribute';
import { dayOfTimestamp } from '../../credential/day';
import type { Credential } from '../../credential/credential';
import { valueOf } from '../../credential/value-of';
import type { DateFormat } from '../../sheet/dates/date-format';
import { readWrittenDay } from '../../sheet/dates/dates';
import type { Table } from '../../sheet/table/table';
import { parseWrittenDate } from '../../sheet/dates/parse-written-date';
import { keyTexts, readRowKey, type RowKey } from '../read/row-key';

/** An order of day, month and year that the present dates of the matched credentials speak for. */
export interface DateFormatOfValues {
  readonly format: DateFormat;
  /** Rows whose date, read so and in no other way, is what their credential has now. */
  readonly agreeing: number;
}

/** Fewer rows may agree by chance. */
const LEAST_AGREEING = 3;
/** Of ten rows that agree with one reading only, at least nine with the same: a date may be corrected to its own mirror. */
const CLEARLY = 0.9;
const FORMATS: readonly DateFormat[] = ['day-month-year', 'month-day-year', 'year-month-day'];

/** Finds the one credential that a row of the table is about; null for none and for several. */
export type FindByRow = (row: number) => Credential | null;

/** Looks the credentials of rows up by their key, for the columns of one assignment. */
export function findByRow(table: Table, key: RowKey, credentials: readonly Credential[]): FindByRow {
  const found = new Map<string, Credential | null>();
  const parts = key.map(({ attribute }) => attribute);
  for (const credential of credentials)
    for (const text of keyTexts(credential, parts)) {
      const other = found.get(text);
      found.set(text, other === undefined || other === credential ? credential : null);
    }
  return (row) => {
    const text = readRowKey(table, row, key);
    return typeof text === 'string' ? (found.get(text) ?? null) : null; // a key that nobody has
  };
}

/**
 * Decides between the readings of a column of dates by the present values of the credentials that its rows are matched
 * to (docs/product.md 2.3: "Where that leaves two readings, the current values decide"). Only rows count whose date is the
 * present one under exactly one reading: 03/03/2027 tells nothing. Null when fewer than three agree, or not nine in ten
 * with the same reading: then the admin chooses. Never row by row: one order for the whole column.
 */
export function dateFormatOfValues(
  table: Table,
  dates: number,
  attribute: Attribute,
  find: FindByRow,
): DateFormatOfValues | null {
  const agreeing = new Map<DateFormat, number>();
  let decisive = 0;
  for (const row of table.rows) {
    const cell = table.cell(row, dates);
    if (cell.kind !== 'text' || parseWrittenDate(cell.text)?.kind !== 'numbers') continue;
    const credential = find(row);
    const value = credential === null ? null : valueOf(credential, attribute.id);
    const present = typeof value === 'string' ? dayOfTimestamp(value) : null;
    if (present === null) continue;
    const [only, another] = FORMATS.filter((format) => readWrittenDay(cell.text, format) === present);
    if (only === undefined || another !== undefined) continue;
    agreeing.set(only, (agreeing.get(only) ?? 0) + 1);
    decisive += 1;
  }
  const [best] = [...agreeing].sort(([, a], [, b]) => b - a);
  if (best === undefined || best[1] < LEAST_AGREEING || best[1] < decisive * CLEARLY) return null;
  return { format: best[0], agreeing: best[1] };
}
