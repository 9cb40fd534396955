import { errorAt } from '../terms/finding-at';
import { NOTHING, type RowRule } from '../terms/matched-row';

/** No credential of the group has this key, and the platform knows of none in another group (other-group.ts). */
export const noMatch: RowRule = ({ row, match, context }) =>
  match.kind === 'none' && !context.located.has(match.text)
    ? [errorAt(row, 'no-match', null, { text: match.text, suggestion: null })]
    : NOTHING;
