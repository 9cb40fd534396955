import { classOfNameChange } from '../similarity/class-of-name-change';
import { warningAt } from '../terms/finding-at';
import { changeOf, NOTHING, type RowRule } from '../terms/matched-row';

/**
 * The recipient's name changes. A name that somebody else of the group has is another person's,
 * however near it is. Any other name where there was none has no class: there is nothing to compare
 * it with.
 */
export const nameChange: RowRule = (row) => {
  const change = changeOf(row, 'recipient-name');
  if (!change) return NOTHING;
  const { before, after } = change;
  const nameClass = row.diff.takesAnothersName
    ? 'another-person'
    : typeof before === 'string' && typeof after === 'string'
      ? classOfNameChange(before, after)
      : null;
  return [warningAt(row.row, 'name-change', 'recipient-name', { nameClass })];
};
