import { addInt32, uint8At } from '../../element-at';
import type { CountableDifference } from '../terms/countable-difference';

const BITS: Readonly<Record<CountableDifference, number>> = { spaces: 1, 'email-case': 2, 'not-edited': 8 };

/** Countable differences in the order in which they are listed. */
export const COUNTABLE = Object.keys(BITS) as readonly CountableDifference[];

/** The bit of a row in which the rule of a column keeps a value from being written. */
export const KEPT = 4;

/** The bit of a row in which the platform has moved on since the download of the sheet. */
export const MOVED = 16;

/** The bit of a countable difference in the column of them; 0 for none. */
export function cosmeticBit(difference: CountableDifference | null): number {
  return difference === null ? 0 : BITS[difference];
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
  const rows = new Int32Array(MOVED * 2);
  for (let at = 0; at < cosmetic.length; at += 1) addInt32(rows, uint8At(cosmetic, at), 1);
  return rows;
}
