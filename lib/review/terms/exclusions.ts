import type { AttributeId } from '../../credential/attribute';

/**
 * The parts of the sheet that the admin excludes. Their cells are shown, and neither judged nor
 * sent.
 */
export interface Exclusions {
  /** Whole rows, by their numbers. */
  readonly rows: ReadonlySet<number>;
  /** Whole columns. */
  readonly columns: ReadonlySet<AttributeId>;
  /** Single cells, by the number of their row. */
  readonly cells: ReadonlyMap<number, ReadonlySet<AttributeId>>;
}

export const NO_EXCLUSIONS: Exclusions = { rows: new Set(), columns: new Set(), cells: new Map() };

/** The attributes that are excluded in a row. */
export function excludedIn(excluded: Exclusions, row: number): ReadonlySet<AttributeId> {
  const cells = excluded.cells.get(row);
  if (cells === undefined) return excluded.columns;
  return excluded.columns.size === 0 ? cells : new Set([...excluded.columns, ...cells]);
}
