import type { FieldChange } from '../../credential/change';
import { warningAt } from '../terms/finding-at';
import { NOTHING, type RowRule } from '../terms/matched-row';

/**
 * The row adds evidence to the credential; only the platform's own pages can take it away again.
 */
export const evidenceAdded: RowRule = ({ row, diff }) =>
  diff.fields.some(isLink)
    ? diff.fields.filter(isLink).map(({ attribute }) => warningAt(row, 'evidence-added', attribute, null))
    : NOTHING;

function isLink({ attribute }: FieldChange): boolean {
  return attribute.startsWith('evidence-url-');
}
