import type { AttributeId } from '../../credential/attribute';

/** What the admin leaves out of the sheet. Cells and columns are shown and neither judged nor sent. */
export interface LeftOut {
  /** Whole rows, by their numbers. */
  readonly rows: ReadonlySet<number>;
  /** Whole columns. */
  readonly columns: ReadonlySet<AttributeId>;
  /** Single cells, by the number of their row. */
  readonly cells: ReadonlyMap<number, ReadonlySet<AttributeId>>;
}

export const NOTHING_LEFT_OUT: LeftOut = { rows: new Set(), columns: new Set(), cells: new Map() };

/** The attributes that are left out in a row. */
export function leftOutIn(leftOut: LeftOut, row: number): ReadonlySet<AttributeId> {
  const cells = leftOut.cells.get(row);
  if (cells === undefined) return leftOut.columns;
  return leftOut.columns.size === 0 ? cells : new Set([...leftOut.columns, ...cells]);
}
