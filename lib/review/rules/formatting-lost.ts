import { formattingLost as formattingOf } from '../../credential/html-text';
import { warningAt } from '../terms/finding-at';
import { changeOf, NOTHING, type RowRule } from '../terms/matched-row';

/**
 * The new description has not the formatting of the present one, which is HTML on the platform
 * (docs/platform.md, Description is HTML). "<p>See <a href=…>here</a></p>" -> "See there": links.
 */
export const formattingLost: RowRule = (row) => {
  const change = changeOf(row, 'description'); // most rows do not change it
  if (typeof change?.before !== 'string' || typeof change.after !== 'string') return NOTHING;
  const formatting = formattingOf(change.before, change.after);
  return formatting.length === 0
    ? NOTHING
    : [warningAt(row.row, 'formatting-lost', 'description', { formatting })];
};
