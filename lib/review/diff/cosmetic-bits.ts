import type { CosmeticDifference } from '../../credential/cosmetic-difference';

/** Slight differences in the order of their bits. */
export const SLIGHTS: readonly CosmeticDifference[] = ['spaces', 'email-case'];

/** The bit of a row in which the rule of a column keeps a value from being written. */
export const KEPT = 1 << SLIGHTS.length;

/** The bit of a slight difference in the column of them; 0 for none. */
export function slightBit(slight: CosmeticDifference | null): number {
  return slight === null ? 0 : 1 << SLIGHTS.indexOf(slight);
}

const counted = new WeakMap<Uint8Array, Int32Array>();

/** How many rows have a bit. Counted once for a column, which stays the same when no row of it differs. */
export function rowsWithBit(cosmetic: Uint8Array, bit: number): number {
  const rows = counted.get(cosmetic) ?? countByBits(cosmetic);
  counted.set(cosmetic, rows);
  return rows.reduce((sum, count, bits) => ((bits & bit) === 0 ? sum : sum + count), 0);
}

/** How many rows have each combination of bits. */
function countByBits(cosmetic: Uint8Array): Int32Array {
  const rows = new Int32Array(KEPT * 2);
  for (let at = 0; at < cosmetic.length; at += 1) {
    const bits = cosmetic[at] ?? 0;
    rows[bits] = (rows[bits] ?? 0) + 1;
  }
  return rows;
}
