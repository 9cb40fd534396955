import { errorAt } from '../terms/finding-at';
import { NOTHING, type RowRule } from '../terms/matched-row';

/**
 * The row names two credentials: it was matched by one key, and another key in it is not that
 * credential's. One of the two is wrong, most often because a column was sorted or pasted apart
 * from the rest.
 *
 * A name or e-mail that is somebody else's counts as well where its column is not to be written:
 * nothing that is sent would show it. A Group ID has a rule of its own, other-group.ts.
 */
export const keyDisagrees: RowRule = ({ row, diff }) =>
  diff.disagreements.length === 0
    ? NOTHING
    : diff.disagreements
        .filter(({ attribute }) => attribute !== 'group-id')
        .map(({ attribute, text }) => errorAt(row, 'key-disagrees', attribute, { text }));
