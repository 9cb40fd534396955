import type { AttributeId } from '../../lib/credential/attribute';

const FIRST: readonly AttributeId[] = ['recipient-name', 'recipient-email'];

/**
 * Sorts columns for the grid: name and e-mail first, then the others in the order of the sheet.
 */
export function namesFirst<Column extends { readonly attribute: AttributeId }>(
  columns: readonly Column[],
): readonly Column[] {
  const first = FIRST.flatMap((id) => columns.filter(({ attribute }) => attribute === id));
  return [...first, ...columns.filter((column) => !first.includes(column))];
}
