import { warningAt } from '../terms/finding-at';
import { changeOf, NOTHING, type RowRule } from '../terms/matched-row';

/**
 * A credential would be issued on a day to come. It may be meant; as often a year is mistyped
 * (2207), or of another calendar (2567). Tomorrow is no such day: it has begun already where the
 * admin is.
 */
export const futureIssue: RowRule = (row) => {
  const after = changeOf(row, 'issue-date')?.after; // most rows do not change it
  const last = row.context.likelyDays.get('issue-date')?.last;
  return typeof after === 'string' && last !== undefined && after > last
    ? [warningAt(row.row, 'future-issue', 'issue-date', null)]
    : NOTHING;
};
