import { textOf, type Cell } from '../../sheet/cells/sheet';
import type { Column, Table } from '../../sheet/table/table';
import { cleanText } from '../read/clean-text';
import type { ColumnFacts } from '../facts/describe-columns';

/**
 * Two columns read as one, such as "First Name" and "Last Name" (docs/product.md 2.3). `first`
 * comes first in the text.
 */
export interface Join {
  /** Own `index` of the joined column, at least `FIRST_JOINED`. */
  readonly column: number;
  readonly first: number;
  readonly second: number;
}

/**
 * First index behind the last column of any spreadsheet, so that joined columns have indices of
 * their own.
 */
export const FIRST_JOINED = 16_384;

/**
 * Adds the joined columns behind the table's own, which stay. A join of a missing column is
 * ignored.
 */
export function joinColumns(table: Table, joins: readonly Join[]): Table {
  const own = new Map(table.columns.map((column) => [column.index, column]));
  const joined = new Map<number, Join>();
  const columns: Column[] = [];
  for (const join of joins) {
    const [first, second] = [own.get(join.first), own.get(join.second)];
    if (first === undefined || second === undefined) continue;
    joined.set(join.column, join);
    columns.push({
      index: join.column,
      letter: `${first.letter} + ${second.letter}`,
      header: `${first.header} + ${second.header}`,
    });
  }
  if (columns.length === 0) return table;
  return {
    ...table,
    columns: [...table.columns, ...columns],
    cell(row, column) {
      const join = joined.get(column);
      if (join === undefined) return table.cell(row, column);
      return joinCells(table.cell(row, join.first), table.cell(row, join.second));
    },
  };
}

/** Least share of words for a column to be offered. Ids, dates and e-mails are never halves. */
const WORDS = 0.5;

/** Lists the columns that a column can be joined with: text with text, each column once. */
export function joinable(
  column: number,
  facts: readonly ColumnFacts[],
  joins: readonly Join[],
): readonly ColumnFacts[] {
  const free = facts.filter(
    (fact) =>
      fact.shares.words >= WORDS &&
      !joins.some((join) => [join.column, join.first, join.second].includes(fact.column)),
  );
  return free.some((fact) => fact.column === column) ? free.filter((fact) => fact.column !== column) : [];
}

/**
 * Joins two texts with a space. With one blank it is the other one, marked as half. An error in
 * either is the result.
 */
function joinCells(first: Cell, second: Cell): Cell {
  if (first.kind === 'error') return first;
  if (second.kind === 'error') return second;
  const parts = [first, second]
    .map((cell) => textOf(cell).trim())
    .filter((part) => cleanText(part, 'text') !== '');
  if (parts.length === 0) return { kind: 'blank' };
  const text = parts.join(' ');
  return parts.length === 1 ? { kind: 'text', text, half: true } : { kind: 'text', text };
}
