import type { AssignState } from '../../lib/session/assign/assign-model';

/**
 * Share of a column's values that are addresses; among new ones there are often a few "same" and
 * "n/a".
 */
const MOSTLY = 0.5;

/**
 * Whether rows are matched by the e-mail while another column of e-mails is for nothing: a list of
 * old and new addresses. It cannot be carried out so, as what rows are matched by is never changed,
 * and no attribute has two columns (docs/product.md 2.3).
 */
export function hasSecondEmail({ assignment, table }: Pick<AssignState, 'assignment' | 'table'>): boolean {
  const { key, alsoBy, columns } = assignment;
  if (key !== 'recipient-email' && alsoBy !== 'recipient-email') return false;
  return columns.some(({ column, target }) => {
    const facts = table.columns.find((of) => of.column === column);
    return target.kind !== 'attribute' && facts !== undefined && facts.shares.email >= MOSTLY;
  });
}
