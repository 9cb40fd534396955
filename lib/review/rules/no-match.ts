import { errorAt } from '../terms/finding-at';
import { NOTHING, type RowRule } from '../terms/matched-row';

/**
 * No credential of the group has this key, also not in another spelling (key-spelling.ts), and the
 * platform knows of none in another group (other-group.ts).
 */
export const noMatch: RowRule = ({ row, match, context }) =>
  match.kind === 'none' && !context.located.has(match.text) && context.meantKey(match.text) === null
    ? [errorAt(row, 'no-match', null, { text: match.text, suggestion: null })]
    : NOTHING;
