import type { Attribute } from '../../credential/attribute';
import type { Credential } from '../../credential/credential';
import { textOf } from '../../sheet/cells/sheet';
import type { Table } from '../../sheet/table/table';
import { lossesOfReading } from '../../sheet/dates/parse-written-date';
import type { DateFormat } from '../../sheet/dates/date-format';
import type { Assignment } from '../choice/assignment';
import {
  decidedFormat,
  findByRow,
  formatsOfValues,
  type DateFormatOfValues,
  type FindByRow,
} from './date-format-of-values';
import type { ColumnFacts } from './describe-columns';
import type { ColumnDates } from './swapped-dates';
import { readCell } from '../read/read-cell';
import { rowKeyOf } from '../read/row-key';

/** Further outcome of a date column. */
export interface DateReport {
  /** Cells with a time of day, which is dropped. */
  readonly timesOfDay: number;
  /** Cells with a year of two digits, which is completed. */
  readonly shortYears: number;
  /**
   * Order that the column and the current dates decide; null: none is needed, or the admin chooses.
   */
  readonly format: DateFormat | null;
  /** Orders that current dates speak for, the one with most rows first. */
  readonly agreeing: readonly DateFormatOfValues[];
}

/** Outcome of reading a column under its current choice. Counts are data rows. */
export interface ColumnReport {
  readonly column: number;
  readonly blank: number;
  readonly unreadable: number;
  /** Null for a column that is not one of dates. */
  readonly dates: DateReport | null;
  /** First unreadable cells as written, with their rows. */
  readonly examples: readonly { readonly row: number; readonly text: string }[];
}

const EXAMPLES = 3;

/**
 * Reads every cell of every assigned column and counts what cannot be read (docs/product.md 2.3).
 * `facts` are those of the table's columns, `credentials` those of the group; none before it is
 * read.
 */
export function reportColumns(
  table: Table,
  facts: readonly ColumnFacts[],
  assignment: Assignment,
  attributes: readonly Attribute[],
  credentials: readonly Credential[] = [],
): readonly ColumnReport[] {
  const key = rowKeyOf(assignment, attributes);
  // Lazy: most sheets have no ambiguous dates, and only those need the credentials.
  let find: FindByRow | null = null;
  const formatsOf = (column: number, attribute: Attribute): readonly DateFormatOfValues[] => {
    if (key === null || credentials.length === 0) return [];
    // A key column cannot be read from the credentials that it finds.
    if (key.some((part) => part.column === column)) return [];
    find ??= findByRow(table, key, credentials);
    return formatsOfValues(table, column, attribute, find);
  };
  const datesOf = (column: number): ColumnDates =>
    facts.find((of) => of.column === column)?.dateFormat ?? { kind: 'none-needed' }; // every choice has its facts
  const byId = new Map(attributes.map((attribute) => [attribute.id, attribute]));
  return assignment.columns.flatMap((choice): ColumnReport[] => {
    const attribute = choice.target.kind === 'attribute' ? byId.get(choice.target.id) : undefined;
    if (attribute === undefined) return [];
    const examples: { row: number; text: string }[] = [];
    const isDay = attribute.kind === 'day';
    let timesOfDay = 0;
    let shortYears = 0;
    let blank = 0;
    let unreadable = 0;
    for (const row of table.rows) {
      const cell = table.cell(row, choice.column);
      const reading = readCell(cell, attribute, choice);
      if (reading.kind === 'keep' || reading.kind === 'clear') blank += 1;
      if (isDay && cell.kind === 'day' && cell.timeOfDay) timesOfDay += 1;
      if (isDay && cell.kind === 'text' && reading.kind === 'value') {
        const losses = lossesOfReading(cell.text);
        if (losses.timeOfDay) timesOfDay += 1;
        if (losses.shortYear) shortYears += 1;
      }
      if (reading.kind !== 'unreadable') continue;
      unreadable += 1;
      if (examples.length < EXAMPLES) examples.push({ row, text: textOf(cell) });
    }
    const agreeing = isDay ? formatsOf(choice.column, attribute) : [];
    const dates = isDay
      ? { timesOfDay, shortYears, format: decidedFormat(datesOf(choice.column), agreeing), agreeing }
      : null;
    return [{ column: choice.column, blank, unreadable, dates, examples }];
  });
}
