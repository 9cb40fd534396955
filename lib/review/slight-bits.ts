import type { Slight } from '../credential/slight-difference';

/** Slight differences in the order of their bits. */
export const SLIGHTS: readonly Slight[] = ['spaces', 'email-case'];

/** The bit of a slight difference in the column of them; 0 for none. */
export function slightBit(slight: Slight | null): number {
  return slight === null ? 0 : 1 << SLIGHTS.indexOf(slight);
}

/** How many rows have each of them, in the order of `SLIGHTS`. */
export function countSlights(bits: Uint8Array): readonly number[] {
  const counts = SLIGHTS.map(() => 0);
  for (const of of bits) {
    if (of === 0) continue;
    SLIGHTS.forEach((slight, at) => {
      if ((of & slightBit(slight)) !== 0) counts[at] = (counts[at] ?? 0) + 1;
    });
  }
  return counts;
}
