import { changeOf, NOTHING, warningAt, type RowRule } from '../terms/matched-row';

/** A published credential is taken back: nobody can see or verify it any more. */
export const unpublished: RowRule = (row) =>
  changeOf(row, 'published')?.after === false ? [warningAt(row.row, 'unpublished', 'published')] : NOTHING;
