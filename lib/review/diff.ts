import { keyTextsOf, lookUpText } from '../assign/key-text';
import { readCell } from '../assign/read-cell';
import { isKeyAttribute } from '../credential/attributes';
import type { FieldChange } from '../credential/change';
import type { Credential } from '../credential/credential';
import { valueOf } from '../credential/value-of';
import { textOf } from '../sheet/sheet';
import type { Table } from '../sheet/table';
import { compareCell, isPlainlySame } from './compare-cell';
import { diffEvidence } from './evidence-diff';
import type { ReviewedCell } from './review';
import type { Disagreement, RowDiff, UnreadableCell } from './row-diff';
import type { AssignedColumn, SheetColumns } from './sheet-columns';

/**
 * Whether a row would change nothing and disagrees with nothing, told without building anything. False may only mean
 * that it has to be looked at closely.
 */
export function isUntouched(
  table: Table,
  row: number,
  columns: SheetColumns,
  credential: Credential,
): boolean {
  for (const column of columns.fields) {
    const cell = table.cell(row, column.column);
    if (cell.kind === 'blank' && column.choice.blank === 'keep') continue;
    if (isDetailMissing(column, credential)) return false;
    const before = valueOf(credential, column.attribute.id);
    if (isPlainlySame(cell, column, before)) continue;
    const { outcome } = compareCell(cell, column, before).cell;
    if (outcome !== 'same' && outcome !== 'kept-because-blank') return false;
  }
  for (const column of columns.checks) {
    const cell = table.cell(row, column.column);
    if (cell.kind === 'blank') continue;
    if (cell.kind === 'text' && cell.text === valueOf(credential, column.attribute.id)) continue;
    if (checkCell(table, row, column, credential) !== null) return false;
  }
  return columns.evidence.every(({ url, description }) =>
    [url, description].every((column) => column === null || table.cell(row, column.column).kind === 'blank'),
  );
}

/** Compares every assigned cell of a row with the credential that it was matched to. */
export function diffRow(table: Table, row: number, columns: SheetColumns, credential: Credential): RowDiff {
  const cells: ReviewedCell[] = [];
  const fields: FieldChange[] = [];
  const unreadable: UnreadableCell[] = [];
  const disagreements: Disagreement[] = [];
  let needsDetail = false;
  for (const column of columns.fields) {
    const cell = table.cell(row, column.column);
    const id = column.attribute.id;
    if (isDetailMissing(column, credential)) {
      needsDetail ||= cell.kind !== 'blank' || column.choice.blank === 'clear';
      continue;
    }
    const compared = compareCell(cell, column, valueOf(credential, id));
    const { before, after, written, outcome } = compared.cell;
    cells.push(compared.cell);
    if (outcome === 'changed' || outcome === 'cleared') fields.push({ attribute: id, before, after });
    if (compared.code !== null) unreadable.push({ attribute: id, code: compared.code, text: written ?? '' });
  }
  for (const column of columns.checks) {
    const fault = checkCell(table, row, column, credential);
    if (fault === null) continue;
    const before = valueOf(credential, column.attribute.id);
    cells.push({
      attribute: column.attribute.id,
      before,
      after: before,
      written: fault.text,
      outcome: 'unreadable',
    });
    if ('code' in fault) unreadable.push(fault);
    else disagreements.push(fault);
  }
  if (hasEvidence(table, row, columns)) {
    if (credential.detail === null) needsDetail = true;
    else {
      const evidence = diffEvidence(table, row, columns.evidence, credential.detail.evidence);
      cells.push(...evidence.cells);
      fields.push(...evidence.fields);
      unreadable.push(...evidence.unreadable);
    }
  }
  return { cells, fields, unreadable, disagreements, needsDetail };
}

/** Whether a row says anything that can only be compared with a credential that was read whole. */
export function needsDetailOf(table: Table, row: number, columns: SheetColumns): boolean {
  const says = columns.fields.some(
    ({ attribute, choice, column }) =>
      attribute.needsDetail && (choice.blank === 'clear' || table.cell(row, column).kind !== 'blank'),
  );
  return says || hasEvidence(table, row, columns);
}

function isDetailMissing(column: AssignedColumn, credential: Credential): boolean {
  return column.attribute.needsDetail && credential.detail === null;
}

function hasEvidence(table: Table, row: number, columns: SheetColumns): boolean {
  return columns.evidence.some(({ url, description }) =>
    [url, description].some((column) => column !== null && table.cell(row, column.column).kind !== 'blank'),
  );
}

/** What is wrong with a cell that only has to agree. A key that the credential does not have cannot disagree. */
function checkCell(
  table: Table,
  row: number,
  column: AssignedColumn,
  credential: Credential,
): UnreadableCell | Disagreement | null {
  const { attribute } = column;
  const cell = table.cell(row, column.column);
  const reading = readCell(cell, attribute, column.choice);
  if (reading.kind === 'unreadable')
    return { attribute: attribute.id, code: reading.code, text: reading.text };
  if (reading.kind !== 'value') return null;
  const text = String(reading.value);
  if (!isKeyAttribute(attribute.id))
    return text === valueOf(credential, attribute.id) ? null : { attribute: attribute.id, text };
  const present = keyTextsOf(credential, attribute.id);
  if (present.length === 0 || present.includes(lookUpText(text, attribute.id))) return null;
  return { attribute: attribute.id, text: textOf(cell) };
}
