import type { Attribute } from '../../credential/attribute';

/**
 * Change of spaces and letter case that the admin chose for a column (docs/product.md 2.3).
 *
 * Spaces around a value are never written, in any column. A column with a transform also trims the
 * platform's values; elsewhere such spaces are no change (compare-cell.ts). `trim` does only that.
 * `spaces` also collapses spaces inside, and so does every other transform.
 */
export type TextTransform = (typeof TEXT_TRANSFORMS)[number];

export const TEXT_TRANSFORMS = ['trim', 'spaces', 'title', 'upper', 'lower'] as const;

/**
 * Transforms that an attribute may have. None for ids, days and links, where every character
 * counts.
 */
export function textTransformsOf({ kind }: Pick<Attribute, 'kind'>): readonly TextTransform[] {
  if (kind === 'name' || kind === 'text') return TEXT_TRANSFORMS;
  return kind === 'email' ? ['trim', 'lower'] : [];
}
