import type { Shifts } from './shifts';
import type { Codes } from '../terms/finding-codes';
import { EXCLUDED, UNCHANGED, type RowColumns } from '../single-row/row-columns';

/** What the rows of a sheet say together: findings that are about several of them, and what becomes of each row at last. */
export interface CrossRow {
  /** Findings about several rows, as bits, by the place of the row in the table. */
  readonly codes: Uint32Array;
  /** What becomes of each row (row-columns.ts), with errors of several rows in it. */
  readonly status: Uint8Array;
  /** 1 for a row that says the same of a credential as a row above it, which is the one that counts. */
  readonly isDuplicate: Uint8Array;
  /** 1 for a row that the admin leaves out. */
  readonly isExcluded: Uint8Array;
  readonly shifts: Shifts;
  /** Rows that were matched to one credential. */
  readonly matchedRows: number;
  /** How many rows that would be updated change each reviewed attribute. */
  readonly changing: Int32Array;
  /** Reviewed attributes (their places) that change in most rows, with how many rows. */
  readonly manyChanges: ReadonlyMap<number, number>;
  /** Places of the rows that there is something to tell of, ascending. */
  readonly reported: Int32Array;
}

/** The same while it is made: rule by rule, each seeing what the one before left. */
export type Marks = Pick<CrossRow, 'codes' | 'status' | 'isDuplicate' | 'isExcluded'>;

/** Adds a finding to a row. */
export function addCode(codes: Uint32Array, index: number, bit: Codes): void {
  codes[index] = (codes[index] ?? 0) | bit;
}

/** Whether there is something to tell of a row: a change, an error, or a cell that the admin left out. */
export function isReported(
  rows: RowColumns,
  { status, isDuplicate }: Pick<CrossRow, 'status' | 'isDuplicate'>,
  width: number,
  index: number,
): boolean {
  if (isDuplicate[index] === 1) return false;
  return status[index] !== UNCHANGED || hasExcludedCell(rows.outcomes, index * width, width);
}

function hasExcludedCell(outcomes: Uint8Array, first: number, width: number): boolean {
  for (let place = first; place < first + width; place += 1) if (outcomes[place] === EXCLUDED) return true;
  return false;
}
