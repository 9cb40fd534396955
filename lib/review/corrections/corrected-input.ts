import type { Assignment, ColumnChoice } from '../../assign/choice/assignment';
import type { AttributeId } from '../../credential/attribute';
import type { CredentialId } from '../../credential/ids';
import type { Cell } from '../../sheet/cells/sheet';
import type { Table } from '../../sheet/table/table';
import type { Corrections, RowCorrection } from './corrections';
import type { ReviewInput, WrittenSheet } from '../group/review-input';

/**
 * The input of a review with the admin's corrections: the sheet with the typed texts, and what is
 * excluded.
 */
export function correctedInput(written: WrittenSheet, corrections: Corrections): ReviewInput {
  const rows = new Set<number>();
  const cells = new Map<number, ReadonlySet<AttributeId>>();
  const chosen = new Map<number, CredentialId>();
  for (const [row, correction] of corrections.rows) {
    if (correction.excluded) rows.add(row);
    if (correction.excludedCells.size > 0) cells.set(row, correction.excludedCells);
    if (correction.chosen !== null) chosen.set(row, correction.chosen);
  }
  return {
    ...written,
    table: correctedTable(written.table, written.assignment, corrections.rows),
    corrected: {
      chosen,
      exclusions: { rows, columns: corrections.columns, cells },
      counted: corrections.counted,
      editedIn: (row) => [...(corrections.rows.get(row)?.edits.keys() ?? [])], // most rows are as they were written
    },
  };
}

const BLANK: Cell = { kind: 'blank' };

function correctedTable(
  table: Table,
  assignment: Assignment,
  corrections: ReadonlyMap<number, RowCorrection>,
): Table {
  if (corrections.size === 0) return table;
  const attributes = new Map(
    assignment.columns.map(({ column, target }) => [column, target.kind === 'attribute' ? target.id : null]),
  );
  return {
    ...table,
    cell(row, column) {
      const edits = corrections.get(row)?.edits; // most rows are as they were written
      if (edits === undefined || edits.size === 0) return table.cell(row, column);
      const attribute = attributes.get(column) ?? null; // a column that is not assigned
      const text = attribute === null ? undefined : edits.get(attribute)?.text; // most cells are as well
      if (text === undefined) return table.cell(row, column);
      return text === '' ? BLANK : { kind: 'text', text, typed: true };
    },
  };
}

/** The column that an attribute is assigned to; null for none. */
export function columnOf(assignment: Assignment, attribute: AttributeId): number | null {
  return choiceOf(assignment, attribute)?.column ?? null; // not assigned
}

/** The same with what was chosen for it. */
export function choiceOf({ columns }: Assignment, attribute: AttributeId): ColumnChoice | undefined {
  return columns.find(({ target }) => target.kind === 'attribute' && target.id === attribute);
}
