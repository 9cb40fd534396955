import { errorAt, NOTHING, type RowRule } from '../terms/matched-row';

/** No credential of the group has this key, and none of another group that the platform told of. */
export const noMatch: RowRule = ({ row, match, context }) =>
  match.kind === 'none' && !context.located.has(match.text)
    ? [errorAt(row, 'no-match', null, { text: match.text })]
    : NOTHING;
