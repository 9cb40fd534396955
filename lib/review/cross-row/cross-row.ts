import { EXCLUDED, UNCHANGED, type RowColumns } from '../single-row/row-columns';
import type { RowFindings } from '../terms/finding-codes';
import type { ShiftedDaysByPlace } from './shifted-days';
import type { Shifts } from './shifts';

/** Places of rows with a new address, with the position of the credential that is meant. */
export type NewAddresses = ReadonlyMap<number, number>;

/**
 * The verdicts on the rows of a sheet: those of each row by itself, with those that are about
 * several rows.
 */
export interface CrossRow {
  /** All kinds of finding of each row, by the place of the row in the table. */
  readonly codes: RowFindings;
  /** The status of each row (row-columns.ts), with errors of several rows in it. */
  readonly status: Uint8Array;
  /**
   * 1 for a row that asks the same of a credential as a row above it, which is the one that counts.
   */
  readonly isDuplicate: Uint8Array;
  /** 1 for a row that the admin excludes. */
  readonly isExcluded: Uint8Array;
  readonly shifts: Shifts;
  /** Attributes (their places) whose days are all off by the same distance. */
  readonly shiftedDays: ShiftedDaysByPlace;
  /**
   * Rows with the name of somebody else than their credential's, where there is an alarm about
   * them.
   */
  readonly otherPeople: number;
  /** Rows that were matched to one credential. */
  readonly matchedRows: number;
  /** Rows with an address that is new to the group, and the credential that each may be about. */
  readonly newAddresses: NewAddresses;
  /** How many rows that would be updated change each reviewed attribute. */
  readonly changing: Int32Array;
  /** Reviewed attributes (their places) that change in most rows, with how many rows. */
  readonly manyChanges: ReadonlyMap<number, number>;
  /** Places of the rows that there is something to report of, ascending. */
  readonly reported: Int32Array;
}

/** The columns that the rules write, each seeing what the rule before left. */
export type Marks = Pick<CrossRow, 'codes' | 'status' | 'isDuplicate' | 'isExcluded'>;

/**
 * Whether there is something to report of a row: a change, an error, or a cell that the admin
 * excludes.
 */
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
