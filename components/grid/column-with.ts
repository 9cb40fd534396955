import type { AttributeId } from '../../lib/credential/attribute';
import type { ReviewedRow } from '../../lib/review/terms/reviewed-row';

/**
 * The cell of a row that has what was looked for, as its place in the row: 0 is the recipient, who
 * has what no column is about, and the columns follow. The present place stays where it has one
 * too. An alarm is a warning here, as for `nextWith`.
 */
export function columnWith(
  { findings, cells }: Pick<ReviewedRow, 'findings' | 'cells'>,
  severity: 'error' | 'warning',
  columns: readonly AttributeId[],
  present: number,
): number {
  // A row without a credential has one cell.
  if (cells.length === 0) return 0;
  const places = findings
    .filter((finding) => (finding.severity === 'error') === (severity === 'error'))
    .map(({ attribute }) => (attribute === null ? 0 : columns.indexOf(attribute) + 1));
  return places.length === 0 || places.includes(present) ? present : Math.min(...places);
}
