import { assertNever } from '../../assert-never';
import type { Attribute } from '../../credential/attribute';
import { textOf, type Cell } from '../../sheet/cells/sheet';
import { lowerCase, titleCase } from './title-case';

/**
 * What is tidied in a column on request (docs/product.md 2.3). Spaces around a value of the sheet are never written; a column
 * that is tidied takes them off the platform's values too, where else they are no change (compare-cell.ts). `trim` does
 * that alone; `spaces` makes those inside single as well, and so does each of the others, which also says how letters
 * are written.
 */
export type TextTransform = (typeof TEXT_TRANSFORMS)[number];

export const TEXT_TRANSFORMS = ['trim', 'spaces', 'title', 'upper', 'lower'] as const;

/** What can be tidied in values of an attribute, none for ids, days and links: there each sign counts. */
export function textTransformsOf({ kind }: Pick<Attribute, 'kind'>): readonly TextTransform[] {
  if (kind === 'name' || kind === 'text') return TEXT_TRANSFORMS;
  return kind === 'email' ? ['trim', 'lower'] : [];
}

/** A value as the admin wants the column tidied. Line breaks of a text stay where they are. */
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

/** The text of a cell as its column is tidied, for whoever edits it or searches in it. What was typed stands as typed. */
export function transformedText(
  cell: Cell,
  { transform }: { readonly transform?: TextTransform | undefined },
): string {
  const text = textOf(cell);
  const isTyped = cell.kind === 'text' && cell.typed === true;
  return transform === undefined || isTyped ? text : transformText(text, transform);
}
