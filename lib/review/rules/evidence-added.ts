import { warningAt, type RowRule } from '../row-in-hand';

/** Evidence is added to the credential; only the platform's own pages can take it away again. */
export const evidenceAdded: RowRule = ({ row, diff }) =>
  diff.fields
    .filter(({ attribute }) => attribute.startsWith('evidence-url-'))
    .map(({ attribute, after }) => warningAt(row, 'evidence-added', attribute, { text: String(after) }));
