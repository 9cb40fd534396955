import { errorAt } from '../terms/finding-at';
import { NOTHING, type RowRule } from '../terms/matched-row';

/** The key cell of the row is blank. */
export const keyMissing: RowRule = ({ row, match }) =>
  match.kind === 'key-missing' ? [errorAt(row, 'key-missing', null, null)] : NOTHING;
