import type { Slight } from '../credential/slight-difference';

/** Slight differences in the order of their bits. */
export const SLIGHTS: readonly Slight[] = ['spaces', 'email-case'];

/** The bit of a row in which the rule of a column keeps a value from being written. */
export const KEPT = 1 << SLIGHTS.length;

/** The bit of a slight difference in the column of them; 0 for none. */
export function slightBit(slight: Slight | null): number {
  return slight === null ? 0 : 1 << SLIGHTS.indexOf(slight);
}

/** How many rows have a bit. */
export function rowsWithBit(quiet: Uint8Array, bit: number): number {
  let rows = 0;
  for (const bits of quiet) if ((bits & bit) !== 0) rows += 1;
  return rows;
}
