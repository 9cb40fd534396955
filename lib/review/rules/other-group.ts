import { groupId } from '../../credential/ids';
import { errorAt, NOTHING, type RowRule } from '../terms/matched-row';

/**
 * The row is about a credential of another group: its key was found there, or its own Group ID says so. Rows of another
 * group are not updated (docs/platform.md, Rules of the product).
 */
export const otherGroup: RowRule = ({ row, match, diff, context }) => {
  if (match.kind === 'none') {
    const located = context.located.get(match.text);
    if (!located) return NOTHING;
    const name = located.groupName === null ? {} : { groupName: located.groupName };
    return [errorAt(row, 'other-group', null, { text: match.text, groupId: located.groupId, ...name })];
  }
  const said = diff.disagreements.find(({ attribute }) => attribute === 'group-id');
  return said
    ? [errorAt(row, 'other-group', 'group-id', { text: said.text, groupId: groupId(said.text) })]
    : NOTHING;
};
