import { textOf, type Cell } from '../../sheet/cells/sheet';
import type { Column, Table } from '../../sheet/table/table';
import { cleanText } from '../read/clean-text';
import type { Join } from './join';

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
