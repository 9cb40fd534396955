import type { AttributeId } from '../../credential/attribute';
import { NO_CORRECTION, stepOfRows, type Corrections, type CorrectionStep } from './corrections';

/** What of the corrections of a sheet was made in an earlier version of it: rows by their numbers, and columns. */
export interface TakenOver {
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<AttributeId>;
}

/** How much of it still stands, for the admin to see and to discard. */
export interface TakenOverCounts {
  readonly cells: number;
  readonly rowsOut: number;
  readonly cellsOut: number;
  readonly columnsOut: number;
  readonly chosen: number;
}

/** All of the corrections with which a sheet begins. */
export function takenOver({ rows, columns }: Corrections): TakenOver {
  return { rows: new Set(rows.keys()), columns };
}

/** Counts what of it still stands; null when nothing does. */
export function countTakenOver(corrections: Corrections, taken: TakenOver): TakenOverCounts | null {
  let [cells, rowsOut, cellsOut, chosen] = [0, 0, 0, 0];
  for (const row of taken.rows) {
    const correction = corrections.rows.get(row) ?? NO_CORRECTION;
    cells += correction.edits.size;
    rowsOut += correction.leftOut ? 1 : 0;
    cellsOut += correction.leftOutCells.size;
    chosen += correction.chosen === null ? 0 : 1;
  }
  const columnsOut = [...taken.columns].filter((column) => corrections.columns.has(column)).length;
  const sum = cells + rowsOut + cellsOut + chosen + columnsOut;
  return sum === 0 ? null : { cells, rowsOut, cellsOut, columnsOut, chosen };
}

/** The step that takes all of it back, with what was done to those rows since; null when nothing of it stands. */
export function discardStep(corrections: Corrections, taken: TakenOver): CorrectionStep | null {
  if (countTakenOver(corrections, taken) === null) return null;
  const ofRows = stepOfRows(corrections, taken.rows, () => NO_CORRECTION);
  const after = new Set([...corrections.columns].filter((column) => !taken.columns.has(column)));
  const isOfColumns = after.size < corrections.columns.size;
  return {
    rows: ofRows?.rows ?? [], // columns alone
    columns: isOfColumns ? { before: corrections.columns, after } : null,
  };
}
