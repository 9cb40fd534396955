/** Powers of ten, and none: as exact as a report of a problem gets. */
export const MAGNITUDES = [0, 1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000] as const;
export type Magnitude = (typeof MAGNITUDES)[number];

/**
 * The largest power of ten that is not above a count or a time, so that it says how much and names
 * nothing: 412 -> 100, 9 -> 1, 0.4 -> 0. What is no number, or below 0, is 0.
 */
export function magnitudeOf(amount: number): Magnitude {
  return MAGNITUDES.findLast((magnitude) => amount >= magnitude) ?? 0;
}
