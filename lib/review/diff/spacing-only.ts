import { comparableText } from '../../credential/comparable-text';
import type { ReviewedCell } from '../terms/reviewed-row';

/**
 * Whether a cell that is no change says the present value in other spaces or letter case: shown, so
 * that nobody wonders, and neither counted nor sent. A day that is only written another way is none
 * of it.
 */
export function isSpacingOnly({ before, text, outcome }: ReviewedCell): boolean {
  if (outcome !== 'same' || typeof before !== 'string' || text === before) return false;
  return comparableText(text).toLowerCase() === comparableText(before).toLowerCase();
}
