import { groupId } from '../../credential/ids';
import { errorAt } from '../terms/finding-at';
import { NOTHING, type RowRule } from '../terms/matched-row';

/**
 * The row is about a credential of another group: its key was found there, or its own Group ID says
 * so. Rows of another group are not updated (docs/platform.md, Rules of the product).
 */
export const otherGroup: RowRule = ({ row, match, diff, context }) => {
  if (match.kind === 'none') {
    const located = context.located.get(match.text);
    if (!located) return NOTHING;
    return [errorAt(row, 'other-group', null, { text: match.text, ...located })];
  }
  const named = diff.disagreements.find(({ attribute }) => attribute === 'group-id');
  if (!named) return NOTHING;
  const { text } = named;
  return [errorAt(row, 'other-group', 'group-id', { text, groupId: groupId(text), groupName: null })];
};
