import type { AttributeId } from '../../credential/attribute';
import { NO_CORRECTION, stepOfRows, type Corrections, type CorrectionStep } from './corrections';

/**
 * Corrections that were made in an earlier version of the sheet: rows by their numbers, and
 * columns.
 */
export interface CarriedOver {
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<AttributeId>;
}

/** Counts of those that still stand, for the admin to see and to discard. */
export interface CarriedOverCounts {
  readonly cells: number;
  readonly excludedRows: number;
  readonly excludedCells: number;
  readonly excludedColumns: number;
  readonly chosen: number;
}

/** All corrections with which a sheet begins. */
export function allCarriedOver({ rows, columns }: Corrections): CarriedOver {
  return { rows: new Set(rows.keys()), columns };
}

/** Counts the carried-over corrections that still stand; null when none does. */
export function countCarriedOver(corrections: Corrections, carried: CarriedOver): CarriedOverCounts | null {
  let [cells, excludedRows, excludedCells, chosen] = [0, 0, 0, 0];
  for (const row of carried.rows) {
    const correction = corrections.rows.get(row) ?? NO_CORRECTION;
    cells += correction.edits.size;
    excludedRows += correction.excluded ? 1 : 0;
    excludedCells += correction.excludedCells.size;
    chosen += correction.chosen === null ? 0 : 1;
  }
  const excludedColumns = [...carried.columns].filter((column) => corrections.columns.has(column)).length;
  const sum = cells + excludedRows + excludedCells + chosen + excludedColumns;
  return sum === 0 ? null : { cells, excludedRows, excludedCells, excludedColumns, chosen };
}

/**
 * The step that discards them all, with later work on those rows; null when none of them stands.
 */
export function discardStep(corrections: Corrections, carried: CarriedOver): CorrectionStep | null {
  if (countCarriedOver(corrections, carried) === null) return null;
  const ofRows = stepOfRows(corrections, carried.rows, () => NO_CORRECTION);
  const after = new Set([...corrections.columns].filter((column) => !carried.columns.has(column)));
  const isOfColumns = after.size < corrections.columns.size;
  return {
    rows: ofRows?.rows ?? [], // columns alone
    columns: isOfColumns ? { before: corrections.columns, after } : null,
    counted: null,
  };
}
