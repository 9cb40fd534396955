import { warningAt } from '../terms/finding-at';
import { NOTHING, type RowRule } from '../terms/matched-row';
import type { ReviewedCell } from '../terms/reviewed-row';

/** A value goes away, because the admin chose that blank cells of the column clear. */
export const valueCleared: RowRule = ({ row, diff }) =>
  diff.cells.some(isCleared)
    ? diff.cells.filter(isCleared).map(({ attribute }) => warningAt(row, 'value-cleared', attribute, null))
    : NOTHING;

function isCleared({ outcome }: ReviewedCell): boolean {
  return outcome === 'cleared';
}
