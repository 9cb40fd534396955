import type { AttributeId } from '../../credential/attribute';
import { NO_CORRECTION, stepOfRows, type Corrections, type CorrectionStep } from './corrections';

/** What of the corrections of a sheet was made in an earlier version of it: rows by their numbers, and columns. */
export interface CarriedOver {
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<AttributeId>;
}

/** How much of it still stands, for the admin to see and to discard. */
export interface CarriedOverCounts {
  readonly cells: number;
  readonly excludedRows: number;
  readonly excludedCells: number;
  readonly excludedColumns: number;
  readonly chosen: number;
}

/** All of the corrections with which a sheet begins. */
export function allCarriedOver({ rows, columns }: Corrections): CarriedOver {
  return { rows: new Set(rows.keys()), columns };
}

/** Counts what of it still stands; null when nothing does. */
export function countCarriedOver(corrections: Corrections, taken: CarriedOver): CarriedOverCounts | null {
  let [cells, excludedRows, excludedCells, chosen] = [0, 0, 0, 0];
  for (const row of taken.rows) {
    const correction = corrections.rows.get(row) ?? NO_CORRECTION;
    cells += correction.edits.size;
    excludedRows += correction.excluded ? 1 : 0;
    excludedCells += correction.excludedCells.size;
    chosen += correction.chosen === null ? 0 : 1;
  }
  const excludedColumns = [...taken.columns].filter((column) => corrections.columns.has(column)).length;
  const sum = cells + excludedRows + excludedCells + chosen + excludedColumns;
  return sum === 0 ? null : { cells, excludedRows, excludedCells, excludedColumns, chosen };
}

/** The step that takes all of it back, with what was done to those rows since; null when nothing of it stands. */
export function discardStep(corrections: Corrections, taken: CarriedOver): CorrectionStep | null {
  if (countCarriedOver(corrections, taken) === null) return null;
  const ofRows = stepOfRows(corrections, taken.rows, () => NO_CORRECTION);
  const after = new Set([...corrections.columns].filter((column) => !taken.columns.has(column)));
  const isOfColumns = after.size < corrections.columns.size;
  return {
    rows: ofRows?.rows ?? [], // columns alone
    columns: isOfColumns ? { before: corrections.columns, after } : null,
  };
}
