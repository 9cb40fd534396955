import { assertNever } from '../../assert-never';
import { textOf, type Cell } from '../../sheet/cells/sheet';
import type { TextTransform } from './text-transform';
import { lowerCase, titleCase } from './title-case';

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
