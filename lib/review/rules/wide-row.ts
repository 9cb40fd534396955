import { errorAt, NOTHING, type RowRule } from '../terms/matched-row';

/**
 * The row has more cells than its header row: its values may stand in the wrong columns (sheet/table/wide-rows.ts). What it would
 * write is not what anybody wrote into these columns, so it is an error, which only the file can mend.
 */
export const wideRow: RowRule = ({ row, surplus }) =>
  surplus === 0 ? NOTHING : [errorAt(row, 'wide-row', null, { count: surplus })];
