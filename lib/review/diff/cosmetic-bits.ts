import type { CosmeticDifference } from '../../credential/cosmetic-difference';
import { addInt32, uint8At } from '../../element-at';

/** Cosmetic differences in the order of their bits. */
export const COSMETICS: readonly CosmeticDifference[] = ['spaces', 'email-case'];

/** The bit of a row in which the rule of a column keeps a value from being written. */
export const KEPT = 1 << COSMETICS.length;

/** The bit of a cosmetic difference in the column of them; 0 for none. */
export function cosmeticBit(cosmetic: CosmeticDifference | null): number {
  return cosmetic === null ? 0 : 1 << COSMETICS.indexOf(cosmetic);
}

const counted = new WeakMap<Uint8Array, Int32Array>();

/**
 * Counts the rows that have a bit. A column is counted once: it stays the same when no row of it
 * differs.
 */
export function rowsWithBit(cosmetic: Uint8Array, bit: number): number {
  const rows = counted.get(cosmetic) ?? countByBits(cosmetic);
  counted.set(cosmetic, rows);
  return rows.reduce((sum, count, bits) => ((bits & bit) === 0 ? sum : sum + count), 0);
}

/** Counts the rows that have each combination of bits. */
function countByBits(cosmetic: Uint8Array): Int32Array {
  const rows = new Int32Array(KEPT * 2);
  for (let at = 0; at < cosmetic.length; at += 1) addInt32(rows, uint8At(cosmetic, at), 1);
  return rows;
}
