import type { AttributeId } from '../../credential/attribute';
import type { CredentialId } from '../../credential/ids';
import type { CosmeticDifference } from '../../credential/cosmetic-difference';

/** A cell that the admin corrected: what the sheet says there, and what was typed instead; "" empties it. */
export interface Edit {
  readonly written: string;
  readonly text: string;
}

/** What the admin decided about one row of the sheet. */
export interface RowCorrection {
  readonly edits: ReadonlyMap<AttributeId, Edit>;
  readonly excluded: boolean;
  readonly excludedCells: ReadonlySet<AttributeId>;
  /** Which of several credentials with the same key is meant. */
  readonly chosen: CredentialId | null;
}

/** What the admin decided about the rows and columns of a sheet, which itself is never changed. */
export interface Corrections {
  /** By the number of the row. Rows without a decision are not in it. */
  readonly rows: ReadonlyMap<number, RowCorrection>;
  /** Columns that are left out. */
  readonly columns: ReadonlySet<AttributeId>;
  /** Slight differences that count as changes. */
  readonly counted: ReadonlySet<CosmeticDifference>;
}

export const NO_CORRECTION: RowCorrection = {
  edits: new Map(),
  excluded: false,
  excludedCells: new Set(),
  chosen: null,
};

export const NO_CORRECTIONS: Corrections = { rows: new Map(), columns: new Set(), counted: new Set() };

/** One step of the admin's work on the sheet: what it makes of rows and columns, and what they were. It can be undone. */
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
  /** Set when it is about what counts as a change. */
  readonly counted?: {
    readonly before: ReadonlySet<CosmeticDifference>;
    readonly after: ReadonlySet<CosmeticDifference>;
  };
}

/** The step that makes of each of these rows what `change` says; null when it changes nothing. */
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
  return changed.length === 0 ? null : { rows: changed, columns: null };
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

/** The step that takes a step back. */
export function inverseOf({ rows, columns, counted }: CorrectionStep): CorrectionStep {
  return {
    rows: rows.map(({ row, before, after }) => ({ row, before: after, after: before })),
    columns: columns === null ? null : { before: columns.after, after: columns.before },
    ...(counted && { counted: { before: counted.after, after: counted.before } }),
  };
}

/** Whether nothing is decided about a row. */
export function isNothing({ edits, excluded, excludedCells, chosen }: RowCorrection): boolean {
  return edits.size === 0 && !excluded && excludedCells.size === 0 && chosen === null;
}

/** Whether two corrections say the same. */
export function isSameCorrection(one: RowCorrection, other: RowCorrection): boolean {
  return one === other || said(one) === said(other);
}

function said({ edits, excluded, excludedCells, chosen }: RowCorrection): string {
  return JSON.stringify([[...edits].sort(), excluded, [...excludedCells].sort(), chosen]);
}

/** A row with another text in a cell. `shown`: what stands there as long as nobody edits it; to type that is no edit. */
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

/** A row with a cell left out, or taken in again. */
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

/** A row left out, or taken in again. */
export function withRowExcluded(before: RowCorrection, excluded: boolean): RowCorrection {
  return before.excluded === excluded ? before : { ...before, excluded };
}
