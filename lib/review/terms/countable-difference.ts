import type { CosmeticDifference } from '../../credential/cosmetic-difference';

/**
 * A difference that is no change unless the admin counts it as one: a cosmetic one, or a cell that
 * the admin did not edit since the download of the sheet while the platform moved on
 * (docs/product.md 3).
 */
export type CountableDifference = CosmeticDifference | 'not-edited';
