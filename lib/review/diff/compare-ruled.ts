import type { RuledBy } from '../../assign/choice/assignment';
import type { ConditionSource } from '../../assign/choice/value-rule';
import { readCell } from '../../assign/read/read-cell';
import { applyRule } from '../../assign/value-rule/apply-rule';
import { cellOfValue } from '../../assign/value-rule/condition';
import { cosmeticDifference } from '../../credential/cosmetic-difference';
import type { Credential } from '../../credential/credential';
import { sameValue } from '../../credential/same-value';
import { valueOf } from '../../credential/value-of';
import type { Value } from '../../credential/value';
import type { Cell } from '../../sheet/cells/sheet';
import type { Table } from '../../sheet/table/table';
import type { AssignedColumn } from '../match/sheet-columns';
import type { CellOutcome } from '../terms/reviewed-row';
import { compareCell, type ComparedCell } from './compare-cell';

/** Compares the cell of a column with a credential, or the value of its rule where it has one. */
export function compareAt(
  table: Table,
  row: number,
  column: AssignedColumn,
  credential: Credential,
): ComparedCell {
  const cell = table.cell(row, column.column);
  const { ruled } = column.choice;
  return ruled === undefined || cell.kind !== 'blank'
    ? compareCell(cell, column, column.presentOf(credential))
    : compareRuled(table, row, column, ruled, credential);
}

/**
 * Compares the value that a rule gives with the present one. What the admin typed over it is a cell
 * like any other, and is not compared here. A text of a rule is judged as if it was typed: "ada@"
 * is a bad e-mail.
 */
export function compareRuled(
  table: Table,
  row: number,
  column: AssignedColumn,
  ruled: RuledBy,
  credential: Credential,
): ComparedCell {
  const { attribute, choice, counted } = column;
  const before = column.presentOf(credential);
  const { condition, today } = ruled;
  const cell = condition === null ? null : conditionCell(condition.of, table, row, credential);
  const { value, branch } = applyRule(ruled, attribute, before, cell, today);
  const as = (outcome: CellOutcome, after: Value, more: Partial<ComparedCell> = {}): ComparedCell => ({
    cell: { attribute: attribute.id, before, after, text: textOf(value), outcome, branch },
    code: null,
    cosmetic: null,
    ...more,
  });
  if (isKept(branch)) return as('kept-by-value-rule', before);
  if (value === null) return sameValue(attribute, before, null) ? as('same', before) : as('cleared', null);
  const cosmetic = cosmeticDifference(attribute, before, value);
  if (sameValue(attribute, before, value)) {
    // Spaces are what a rule about texts is for.
    const isMeant = cosmetic === 'spaces' && ruled.rule.kind !== 'set';
    const isCounted = isMeant || (cosmetic !== null && counted.has(cosmetic));
    return isCounted ? as('changed', value, { cosmetic }) : as('same', before, { cosmetic });
  }
  if (typeof value === 'string') {
    const reading = readCell({ kind: 'text', text: value, typed: true }, attribute, choice);
    if (reading.kind === 'unreadable') return as('unreadable', before, { code: reading.code });
  }
  return as('changed', value);
}

function isKept(branch: string): boolean {
  return branch.startsWith('kept-') || branch.startsWith('condition-');
}

function textOf(value: Value): string {
  return value === null ? '' : String(value);
}

/** A column that the sheet does not have tells nobody whether the condition holds. */
const MISSING: Cell = { kind: 'error', text: '' };

function conditionCell(of: ConditionSource, table: Table, row: number, credential: Credential): Cell {
  if (of.kind === 'attribute') return cellOfValue(valueOf(credential, of.id));
  return table.columns.some(({ index }) => index === of.column) ? table.cell(row, of.column) : MISSING;
}
