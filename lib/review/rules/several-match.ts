import { errorAt, NAMED_AT_MOST } from '../terms/finding-at';
import { NOTHING, type RowRule } from '../terms/matched-row';

/**
 * Several credentials share the key, and none of them is chosen (docs/platform.md: an e-mail can
 * have several).
 */
export const severalMatch: RowRule = ({ row, match }) =>
  match.kind === 'several'
    ? [
        errorAt(row, 'several-match', null, {
          text: match.text,
          credentials: match.credentials.slice(0, NAMED_AT_MOST),
          count: match.credentials.length,
        }),
      ]
    : NOTHING;
