import { changeOf, NOTHING, warningAt, type RowRule } from '../terms/matched-row';

/** A draft is published: its recipient may be told. */
export const published: RowRule = (row) =>
  changeOf(row, 'published')?.after === true ? [warningAt(row.row, 'published', 'published')] : NOTHING;
