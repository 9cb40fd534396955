import { assertNever } from '../../assert-never';
import type { Attribute } from '../../credential/attribute';
import { dayOfTimestamp } from '../../credential/day';
import type { Credential } from '../../credential/credential';
import { valueOf } from '../../credential/value-of';
import type { DateFormat } from '../../sheet/dates/date-format';
import { readWrittenDay } from '../../sheet/dates/dates';
import type { Table } from '../../sheet/table/table';
import { parseWrittenDate } from '../../sheet/dates/parse-written-date';
import type { ColumnDates } from './swapped-dates';
import { keyTexts, readRowKey, type RowKey } from '../read/row-key';

/** Order of day, month and year that current dates of the matched credentials speak for. */
export interface DateFormatOfValues {
  readonly format: DateFormat;
  /** Rows whose date, in this order and no other, is the current one of their credential. */
  readonly agreeing: number;
}

/** Least agreeing rows. Fewer may agree by chance. */
const LEAST_AGREEING = 3;
/**
 * Least share of the decisive rows. A few may be corrections whose new date mirrors the current
 * one.
 */
const CLEARLY = 0.9;
const FORMATS: readonly DateFormat[] = ['day-month-year', 'month-day-year', 'year-month-day'];

/** Finds the credential of a row. Null for none and for several. */
export type FindByRow = (row: number) => Credential | null;

/** Indexes the credentials by the key of the assignment. */
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
    return typeof text === 'string' ? (found.get(text) ?? null) : null; // no credential has the key
  };
}

/**
 * Counts for each order the rows whose date is the current one of their credential in this order
 * and no other: 03/03/2027 speaks for none. The order with most rows comes first.
 */
export function formatsOfValues(
  table: Table,
  dates: number,
  attribute: Attribute,
  find: FindByRow,
): readonly DateFormatOfValues[] {
  const agreeing = new Map<DateFormat, number>();
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
  }
  return [...agreeing]
    .map(([format, rows]) => ({ format, agreeing: rows }))
    .sort((one, other) => other.agreeing - one.agreeing);
}

/**
 * Decides the format of a date column by what it shows itself and by the current values that speak
 * for each format, the one with most rows first (docs/product.md 2.3). One format holds for the
 * whole column, never row by row. Null where the admin has to choose, or none is needed.
 *
 * The column leaves it open -> what the values prove. The column proves it -> that, unless more
 * values speak for another one. Few texts of the column hint at it -> that, where the values prove
 * the same.
 */
export function decidedFormat(
  found: ColumnDates,
  agreeing: readonly DateFormatOfValues[],
): DateFormat | null {
  switch (found.kind) {
    case 'open':
      return formatProvedBy(agreeing);
    case 'proved': {
      const own = agreeing.find(({ format }) => format === found.format)?.agreeing ?? 0; // none speaks for it
      return agreeing.every((other) => other.agreeing <= own) ? found.format : null;
    }
    case 'hinted':
      return formatProvedBy(agreeing) === found.format ? found.format : null;
    case 'none-needed':
    case 'mixed':
    case 'swapped':
      return null;
    default:
      return assertNever(found);
  }
}

/**
 * The format that the values prove: at least three rows agree, and nine in ten with the same one.
 */
function formatProvedBy(found: readonly DateFormatOfValues[]): DateFormat | null {
  const decisive = found.reduce((sum, { agreeing }) => sum + agreeing, 0);
  const [best] = found;
  if (best === undefined || best.agreeing < LEAST_AGREEING || best.agreeing < decisive * CLEARLY) return null;
  return best.format;
}
