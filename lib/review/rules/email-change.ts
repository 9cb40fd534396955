import { classOfEmailChange } from '../similarity/class-of-email-change';
import { warningAt } from '../terms/finding-at';
import { changeOf, NOTHING, type RowRule } from '../terms/matched-row';

/** The address that owns the credential changes: a change of ownership (docs/product.md 2.4). */
export const emailChange: RowRule = (row) => {
  const change = changeOf(row, 'recipient-email');
  if (!change || typeof change.after !== 'string') return NOTHING;
  const before = typeof change.before === 'string' ? change.before : null;
  const facts = classOfEmailChange(before, change.after, row.context.trustedDomains);
  return [warningAt(row.row, 'email-change', 'recipient-email', facts)];
};
