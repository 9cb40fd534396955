import { assertNever } from '../../assert-never';
import type { Attribute } from '../../credential/attribute';
import { textOf, type Cell } from '../../sheet/cells/sheet';
import { lowerCase, titleCase } from './title-case';

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

/** Applies a transform to a value. Line breaks stay where they are. */
export function transformText(text: string, transform: TextTransform): string {
  if (transform === 'trim') return text.trim();
  const single = text.replace(/[^\S\r\n]+/g, ' ').replace(/ ?(\r\n|\r|\n) ?/g, '$1');
  switch (transform) {
    case 'spaces':
      return single;
    case 'title':
      return titleCase(single);
    case 'upper':
      return single.toUpperCase();
    case 'lower':
      return lowerCase(single);
    default:
      return assertNever(transform);
  }
}

/**
 * Text of a cell after the transform of its column, for editing and searching. A value that the
 * admin typed stays as typed.
 */
export function transformedText(
  cell: Cell,
  { transform }: { readonly transform?: TextTransform | undefined },
): string {
  const text = textOf(cell);
  const isTyped = cell.kind === 'text' && cell.typed === true;
  return transform === undefined || isTyped ? text : transformText(text, transform);
}
