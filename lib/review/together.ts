import type { Displacements } from './displacements';
import type { Codes } from './finding-codes';

/** What the rows of a sheet say together: findings that are about several of them, and what becomes of each row at last. */
export interface Together {
  /** Findings about several rows, as bits, by the place of the row in the table. */
  readonly codes: Uint32Array;
  /** What becomes of each row (row-columns.ts), with errors of several rows in it. */
  readonly status: Uint8Array;
  /** 1 for a row that says the same of a credential as a row above it, which is the one that counts. */
  readonly isAlike: Uint8Array;
  /** 1 for a row that the admin leaves out. */
  readonly isOut: Uint8Array;
  readonly displaced: Displacements;
  /** Reviewed attributes (their places) that change in most rows, with how many rows. */
  readonly manyChanges: ReadonlyMap<number, number>;
  /** Places of the rows that there is something to tell of, ascending. */
  readonly told: Int32Array;
}

/** Adds a finding to a row. */
export function addCode(codes: Uint32Array, index: number, bit: Codes): void {
  codes[index] = (codes[index] ?? 0) | bit;
}
