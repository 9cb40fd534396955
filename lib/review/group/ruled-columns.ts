import type { Assignment, ColumnChoice } from '../../assign/choice/assignment';
import { rulesOf } from '../../assign/edit/assigned-rules';
import { FIRST_JOINED } from '../../assign/edit/join';
import type { Attribute } from '../../credential/attribute';
import type { Column, Table } from '../../sheet/table/table';
import type { WrittenSheet } from './review-input';

/** First index behind all joined columns, so that ruled columns have indices of their own. */
export const FIRST_RULED = 2 * FIRST_JOINED;

/**
 * Adds a column for each value rule of the assignment: its cells are blank in the sheet, and the
 * review reads the rule in their place (compare-ruled.ts). So what is done to a cell can be done to
 * a ruled one: it can be corrected, excluded, searched and written into the result.
 */
export function withRuledColumns<Written extends WrittenSheet>(written: Written): Written {
  const { table, assignment, attributes, today } = written;
  const rules = rulesOf(assignment).filter(({ attribute }) => attributes.some(({ id }) => id === attribute));
  if (rules.length === 0) return written;
  const choices = rules.map((rule, index): ColumnChoice => ({
    column: FIRST_RULED + index,
    target: { kind: 'attribute', id: rule.attribute },
    dateFormat: 'year-month-day',
    blank: 'keep',
    write: 'always',
    ruled: { ...rule, today },
  }));
  const labels = rules.map(({ attribute: id }) => labelOf(id, attributes));
  return {
    ...written,
    table: tableWith(table, labels),
    assignment: { ...assignment, columns: [...ownColumns(assignment), ...choices] },
  };
}

function ownColumns({ columns }: Assignment): readonly ColumnChoice[] {
  return columns.filter(({ ruled }) => ruled === undefined);
}

function labelOf(id: Attribute['id'], attributes: readonly Attribute[]): string {
  return attributes.find((attribute) => attribute.id === id)?.label ?? id; // they are known
}

/**
 * The same table for the same rules: decisions hold as long as the table is the same
 * (reviewed.ts).
 */
const made = new WeakMap<Table, Map<string, Table>>();

function tableWith(table: Table, labels: readonly string[]): Table {
  const ofTable = made.get(table) ?? new Map<string, Table>();
  made.set(table, ofTable);
  const name = JSON.stringify(labels);
  const known = ofTable.get(name);
  if (known !== undefined) return known;
  const columns = labels.map((header, index): Column => ({ index: FIRST_RULED + index, letter: '', header }));
  const ruled: Table = {
    ...table,
    columns: [...table.columns, ...columns],
    cell: (row, column) => (column >= FIRST_RULED ? { kind: 'blank' } : table.cell(row, column)),
  };
  ofTable.set(name, ruled);
  return ruled;
}
