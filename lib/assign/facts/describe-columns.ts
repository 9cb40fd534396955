import type { Day } from '../../credential/day';
import { foldedWidth } from '../../sheet/cells/folded-width';
import { isPartOfJoin, textOf, type Cell } from '../../sheet/cells/sheet';
import type { Column, Table } from '../../sheet/table/table';
import { datesOfColumn, type ColumnDates } from './swapped-dates';
import { isWrittenDate, hasShape, VALUE_SHAPES, type ValueShape } from '../read/value-shape';

/** Content of a column, for the Assign step and for guessing. Plain data. */
export interface ColumnFacts {
  /** `index` of the column in its table. */
  readonly column: number;
  readonly header: string;
  readonly letter: string;
  /** Filled cells, and cells that are blank or half of a join. Together the rows of the table. */
  readonly values: number;
  readonly blanks: number;
  /** Distinct texts among the sampled values (`sampledValues`). */
  readonly distinct: number;
  /** A few distinct cells as written, in sheet order, cut to 60 characters. */
  readonly samples: readonly string[];
  /** Share of the sampled values with each shape, 0 to 1. All 0 in an empty column. */
  readonly shares: Readonly<Record<ValueShape, number>>;
  /** Average length of a value in UTF-16 units. */
  readonly averageLength: number;
  /**
   * Cells with a date as text, which need a date format. Cells that the file types as dates need
   * none.
   */
  readonly writtenDates: number;
  /** Evidence of all dates of the column for the order of the written ones. */
  readonly dateFormat: ColumnDates;
}

/**
 * Least size of the sample of a long column without blanks, spread evenly over its rows; at most
 * twice as many are looked at. Blanks and dates are counted in every row.
 */
export const LOOKED_AT = 1000;
const SAMPLES = 6;
const SAMPLE_LENGTH = 60;

/** Describes every column of a table in one pass over its cells. */
export function describeColumns(table: Table): readonly ColumnFacts[] {
  return table.columns.map((column) => describeColumn(table, column));
}

/** Counts the values of a column that were looked at. */
export function sampledValues({ values, blanks }: Pick<ColumnFacts, 'values' | 'blanks'>): number {
  return Math.ceil(values / stepOf(values + blanks));
}

/** Distance of the values that are looked at, in a table of so many rows. */
function stepOf(rows: number): number {
  return Math.max(1, Math.floor(rows / LOOKED_AT));
}

function describeColumn(table: Table, column: Column): ColumnFacts {
  const step = stepOf(table.rows.length);
  const seen = new Set<string>();
  const samples: string[] = [];
  const counts = new Map<ValueShape, number>();
  const dates = new Map<string, number>();
  const typedDays = new Set<Day>();
  let values = 0;
  let lookedAt = 0;
  let length = 0;
  let writtenDates = 0;
  for (const row of table.rows) {
    const cell = table.cell(row, column.index);
    if (cell.kind === 'blank' || isPartOfJoin(cell)) continue;
    const text = textOf(cell).trim();
    if (text === '') continue;
    if (needsFormat(cell, text, dates)) writtenDates += 1;
    if (cell.kind === 'day') typedDays.add(cell.day);
    if (values % step === 0) {
      lookedAt += 1;
      length += text.length;
      if (!seen.has(text) && samples.length < SAMPLES) samples.push(cut(text));
      seen.add(text);
      const plain = foldedWidth(text);
      for (const shape of VALUE_SHAPES)
        if (hasShape(shape, cell, plain)) counts.set(shape, (counts.get(shape) ?? 0) + 1);
    }
    values += 1;
  }
  const share = (shape: ValueShape) => (lookedAt === 0 ? 0 : (counts.get(shape) ?? 0) / lookedAt);
  return {
    column: column.index,
    header: column.header,
    letter: column.letter,
    values,
    blanks: table.rows.length - values,
    distinct: seen.size,
    samples,
    shares: {
      email: share('email'),
      date: share('date'),
      number: share('number'),
      url: share('url'),
      phone: share('phone'),
      flag: share('flag'),
      uuid: share('uuid'),
      words: share('words'),
    },
    averageLength: lookedAt === 0 ? 0 : length / lookedAt,
    writtenDates,
    dateFormat: datesOfColumn(dates, typedDays),
  };
}

/**
 * Tells whether a cell is a date as text. Counts the rows of each distinct one in `dates`: they are
 * far fewer than rows.
 */
function needsFormat(cell: Cell, text: string, dates: Map<string, number>): boolean {
  if (cell.kind !== 'text') return false;
  const rows = dates.get(text);
  if (rows === undefined && !isWrittenDate(text)) return false;
  dates.set(text, (rows ?? 0) + 1); // the first row with it
  return true;
}

function cut(text: string): string {
  const signs = Array.from(text);
  return signs.length > SAMPLE_LENGTH ? `${signs.slice(0, SAMPLE_LENGTH - 1).join('')}…` : text;
}
