import { errorAt } from '../terms/finding-at';
import { NOTHING, type RowRule } from '../terms/matched-row';

/**
 * The row has more cells than the header row, so its values may stand in the wrong columns
 * (Table.wideRows). Only the file can mend it. "7,King, Ada,A" below "ID,Name,Grade" -> 4 cells, 3
 * headers -> error, count 1.
 */
export const wideRow: RowRule = ({ row, surplus }) =>
  surplus === 0 ? NOTHING : [errorAt(row, 'wide-row', null, { count: surplus })];
