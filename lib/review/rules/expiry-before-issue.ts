import { errorAt } from '../terms/finding-at';
import { changeOf, NOTHING, type RowRule } from '../terms/matched-row';

/**
 * The credential would expire before it is issued. Judged only where the row changes one of the two
 * days: a credential that is like this already is not this row's fault.
 *
 * Issued 2026-03-01, new expiry 2026-02-28: an error. New expiry 2026-03-01, the same day: allowed.
 */
export const expiryBeforeIssue: RowRule = (row) => {
  if (row.match.kind !== 'one') return NOTHING;
  const { issuedOn, expiredOn } = row.match.credential;
  const issue = changeOf(row, 'issue-date');
  const expiry = changeOf(row, 'expiry-date');
  if (!issue && !expiry) return NOTHING;
  const issued = issue ? issue.after : issuedOn;
  const expires = expiry ? expiry.after : expiredOn;
  if (issued === null || expires === null || expires >= issued) return NOTHING;
  return [errorAt(row.row, 'expiry-before-issue', expiry ? 'expiry-date' : 'issue-date', null)];
};
