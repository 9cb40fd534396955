import { warningAt } from '../terms/finding-at';
import { NOTHING, type RowRule } from '../terms/matched-row';

/**
 * The row would write over what somebody changed on the platform since the sheet was downloaded
 * (docs/product.md 3). Exported A, in the sheet B, on the platform C -> warning; A, B, A -> none.
 */
export const changedSinceDownload: RowRule = ({ row, diff: { moved } }) =>
  moved.length === 0
    ? NOTHING
    : moved.map((attribute) => warningAt(row, 'changed-since-download', attribute, null));
