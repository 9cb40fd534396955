import { changeOf, errorAt, NOTHING, type RowRule } from '../terms/matched-row';

/**
 * After the change the credential would expire before it is issued. Only where the row changes one of the two days: a
 * credential that is like this already is not this row's fault. The same day for both is allowed.
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
  return [
    errorAt(row.row, 'expiry-before-issue', expiry ? 'expiry-date' : 'issue-date', { text: String(expires) }),
  ];
};
