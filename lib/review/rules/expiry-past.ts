import { warningAt } from '../terms/finding-at';
import { changeOf, NOTHING, type RowRule } from '../terms/matched-row';

/**
 * The new expiry is before today: the credential can no longer be verified, and its recipient may
 * get an e-mail.
 */
export const expiryPast: RowRule = (row) => {
  const after = changeOf(row, 'expiry-date')?.after; // most rows do not change it
  return typeof after === 'string' && after < row.context.today
    ? [warningAt(row.row, 'expiry-past', 'expiry-date', null)]
    : NOTHING;
};
