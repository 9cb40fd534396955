import type { ReviewedCell } from '../terms/reviewed-row';
import { NOTHING, warningAt, type RowRule } from '../terms/matched-row';

/** A value goes away, because the admin chose that blank cells of the column clear. */
export const valueCleared: RowRule = ({ row, diff }) =>
  diff.cells.some(isCleared)
    ? diff.cells
        .filter(isCleared)
        .map(({ attribute, before }) => warningAt(row, 'value-cleared', attribute, { text: String(before) }))
    : NOTHING;

function isCleared({ outcome }: ReviewedCell): boolean {
  return outcome === 'cleared';
}
