import { warningAt } from '../terms/finding-at';
import { changeOf, NOTHING, type RowRule } from '../terms/matched-row';

/** A draft is published: its recipient may get an e-mail. */
export const published: RowRule = (row) =>
  changeOf(row, 'published')?.after === true ? [warningAt(row.row, 'published', 'published', null)] : NOTHING;
