import type { Attribute, AttributeId, AttributeKind } from '../../lib/credential/attribute';
import { attributeLabel } from '../parts/attribute-label';

/**
 * Least widths in CSS pixels: an e-mail has to be read whole before its owner changes, a day is
 * short.
 */
const LEAST: Readonly<Record<AttributeKind, number>> = {
  email: 240,
  name: 220,
  url: 240,
  image: 240,
  text: 160,
  phone: 160,
  day: 240,
  id: 140,
  flag: 110,
};
/**
 * The checkbox, the row number and the recipient, which are always there, with the row's own
 * padding.
 */
const FIXED = '40px 68px minmax(180px, 200fr)';
const FIXED_LEAST = 40 + 68 + 180 + 16;

/** The least width of a sentence with its buttons. */
const FIXES = 360;

/** The width of a letter in a header, and of the checkbox, the arrow and the padding beside it. */
const LETTER = 7.5;
const BESIDE = 42;
/** The most that a header alone makes a column wide. */
const MOST_FOR_HEADER = 240;

/**
 * The least width for the header of a built-in attribute, which is longer in some languages
 * ("Published", "Veröffentlicht"). An account's own name may be any length, and is cut.
 */
function headerWidth(column: AttributeId, attributes: readonly Attribute[]): number {
  if (column.startsWith('custom:')) return 0;
  return Math.min(MOST_FOR_HEADER, BESIDE + LETTER * attributeLabel(column, attributes).length);
}

/**
 * The tracks of the grid for these attributes, as `grid-template-columns`, and the least width of a
 * row in pixels.
 */
export function columnWidths(
  columns: readonly AttributeId[],
  attributes: readonly Attribute[],
): { readonly template: string; readonly least: number } {
  const widths = columns.map((column) => {
    const attribute = attributes.find(({ id }) => id === column);
    const least = LEAST[attribute === undefined ? 'text' : attribute.kind];
    return Math.ceil(Math.max(least, headerWidth(column, attributes)));
  });
  // Errors have room where nothing changes as well.
  const least = widths.length === 0 ? [FIXES] : widths;
  const tracks = least.map((width) => `minmax(${width}px, ${width}fr)`);
  return {
    template: [FIXED, ...tracks].join(' '),
    least: least.reduce((sum, width) => sum + width, FIXED_LEAST),
  };
}
