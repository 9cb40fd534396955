import { errorAt } from '../terms/finding-at';
import { NOTHING, type RowRule } from '../terms/matched-row';

/**
 * No credential has this key as it is written, and exactly one has it in another spelling: "123"
 * for "00123". It is offered for the whole column, and never taken in silence: another spelling may
 * be another key.
 */
export const keySpelling: RowRule = ({ row, match, context }) => {
  if (match.kind !== 'none' || context.keyAttribute === null || context.located.has(match.text))
    return NOTHING;
  const suggestion = context.meantKey(match.text);
  if (suggestion === null) return NOTHING;
  return [errorAt(row, 'key-spelling', context.keyAttribute, { text: match.text, suggestion })];
};
