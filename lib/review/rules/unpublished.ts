import { warningAt } from '../terms/finding-at';
import { changeOf, NOTHING, type RowRule } from '../terms/matched-row';

/** A published credential is withdrawn: nobody can see or verify it any more. */
export const unpublished: RowRule = (row) =>
  changeOf(row, 'published')?.after === false
    ? [warningAt(row.row, 'unpublished', 'published', null)]
    : NOTHING;
