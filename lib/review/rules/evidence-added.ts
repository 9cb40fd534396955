import type { FieldChange } from '../../credential/change';
import { NOTHING, warningAt, type RowRule } from '../terms/matched-row';

/** Evidence is added to the credential; only the platform's own pages can take it away again. */
export const evidenceAdded: RowRule = ({ row, diff }) =>
  diff.fields.some(isLink)
    ? diff.fields
        .filter(isLink)
        .map(({ attribute, after }) => warningAt(row, 'evidence-added', attribute, { text: String(after) }))
    : NOTHING;

function isLink({ attribute }: FieldChange): boolean {
  return attribute.startsWith('evidence-url-');
}
