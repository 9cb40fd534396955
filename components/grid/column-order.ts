import type { AttributeId } from '../../lib/credential/attribute';

const FIRST: readonly AttributeId[] = ['recipient-name', 'recipient-email'];

/**
 * Columns as the grid has them: name and e-mail first, whatever the order of the sheet, then the
 * others in that order.
 */
export function namesFirst<Column extends { readonly attribute: AttributeId }>(
  columns: readonly Column[],
): readonly Column[] {
  const first = FIRST.flatMap((id) => columns.filter(({ attribute }) => attribute === id));
  return [...first, ...columns.filter((column) => !first.includes(column))];
}
