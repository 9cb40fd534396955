import type { AttributeId } from '../../credential/attribute';
import type { CredentialId } from '../../credential/ids';
import type { CountableDifference } from '../terms/countable-difference';

/**
 * A cell that the admin corrected: the text of the sheet, and the typed one; "" empties the cell.
 */
export interface Edit {
  readonly written: string;
  readonly text: string;
}

/** The admin's decisions about one row of the sheet. */
export interface RowCorrection {
  readonly edits: ReadonlyMap<AttributeId, Edit>;
  readonly excluded: boolean;
  readonly excludedCells: ReadonlySet<AttributeId>;
  /** The credential that is meant where several have the key; null: not chosen. */
  readonly chosen: CredentialId | null;
}

/** The admin's decisions about the rows and columns of a sheet, which itself is never changed. */
export interface Corrections {
  /** By the number of the row. Rows without a decision are not in it. */
  readonly rows: ReadonlyMap<number, RowCorrection>;
  /** Columns that are excluded. */
  readonly columns: ReadonlySet<AttributeId>;
  /** Cosmetic differences that count as changes. */
  readonly counted: ReadonlySet<CountableDifference>;
}

export const NO_CORRECTION: RowCorrection = {
  edits: new Map(),
  excluded: false,
  excludedCells: new Set(),
  chosen: null,
};

export const NO_CORRECTIONS: Corrections = { rows: new Map(), columns: new Set(), counted: new Set() };

/**
 * One step of the admin's work on the sheet: rows and columns before and after it. It can be
 * undone.
 */
export interface CorrectionStep {
  readonly rows: readonly {
    readonly row: number;
    readonly before: RowCorrection;
    readonly after: RowCorrection;
  }[];
  readonly columns: {
    readonly before: ReadonlySet<AttributeId>;
    readonly after: ReadonlySet<AttributeId>;
  } | null;
  /** The cosmetic differences that count as changes; null when the step is not about them. */
  readonly counted: {
    readonly before: ReadonlySet<CountableDifference>;
    readonly after: ReadonlySet<CountableDifference>;
  } | null;
}

/** The step that applies `change` to each of these rows; null when it changes nothing. */
export function stepOfRows(
  corrections: Corrections,
  rows: Iterable<number>,
  change: (before: RowCorrection, row: number) => RowCorrection,
): CorrectionStep | null {
  const changed: CorrectionStep['rows'][number][] = [];
  for (const row of rows) {
    const before = corrections.rows.get(row) ?? NO_CORRECTION;
    const after = change(before, row);
    if (after !== before) changed.push({ row, before, after });
  }
  return changed.length === 0 ? null : { rows: changed, columns: null, counted: null };
}

/** The corrections after a step. */
export function takeStep(corrections: Corrections, step: CorrectionStep): Corrections {
  const rows = new Map(corrections.rows);
  for (const { row, after } of step.rows) {
    if (isNothing(after)) rows.delete(row);
    else rows.set(row, after);
  }
  // Most steps are about rows alone.
  const columns = step.columns?.after ?? corrections.columns;
  return { rows, columns, counted: step.counted?.after ?? corrections.counted };
}

/** The step that undoes a step. */
export function inverseOf({ rows, columns, counted }: CorrectionStep): CorrectionStep {
  return {
    rows: rows.map(({ row, before, after }) => ({ row, before: after, after: before })),
    columns: columns === null ? null : { before: columns.after, after: columns.before },
    counted: counted === null ? null : { before: counted.after, after: counted.before },
  };
}

/** Whether there is no decision about a row. */
export function isNothing({ edits, excluded, excludedCells, chosen }: RowCorrection): boolean {
  return edits.size === 0 && !excluded && excludedCells.size === 0 && chosen === null;
}

/** Whether two corrections are equal. */
export function isSameCorrection(one: RowCorrection, other: RowCorrection): boolean {
  return one === other || textOf(one) === textOf(other);
}

function textOf({ edits, excluded, excludedCells, chosen }: RowCorrection): string {
  return JSON.stringify([[...edits].sort(), excluded, [...excludedCells].sort(), chosen]);
}

/**
 * A row with another text in a cell. `shown`: the text that stands there without an edit; to type
 * that one is no edit.
 */
export function withEdit(
  before: RowCorrection,
  attribute: AttributeId,
  edit: Edit,
  shown: string,
): RowCorrection {
  const present = before.edits.get(attribute)?.text ?? shown; // not edited yet
  if (present === edit.text) return before;
  const edits = new Map(before.edits);
  if (edit.text === shown) edits.delete(attribute);
  else edits.set(attribute, edit);
  return { ...before, edits };
}

/** A row with a cell excluded, or included again. */
export function withCellExcluded(
  before: RowCorrection,
  attribute: AttributeId,
  isExcluded: boolean,
): RowCorrection {
  if (before.excludedCells.has(attribute) === isExcluded) return before;
  const excludedCells = new Set(before.excludedCells);
  if (isExcluded) excludedCells.add(attribute);
  else excludedCells.delete(attribute);
  return { ...before, excludedCells };
}

/** A row excluded, or included again. */
export function withRowExcluded(before: RowCorrection, excluded: boolean): RowCorrection {
  return before.excluded === excluded ? before : { ...before, excluded };
}
