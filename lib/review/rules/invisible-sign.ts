import { hiddenSigns, withoutHiddenSigns } from '../../assign/damage/hidden-signs';
import type { Finding } from '../terms/finding';
import { warningAt } from '../terms/finding-at';
import { NOTHING, type RowRule } from '../terms/matched-row';

/**
 * The new value has signs that nobody sees, and that no script of it needs: it is not what it looks
 * like. "Anna\u200DKing" -> asked, with "AnnaKing" offered. Persian joiners and emoji -> none. What
 * no honest text has is an error (unreadable.ts, hidden-sign).
 */
export const invisibleSign: RowRule = ({ row, diff }) => {
  let found: Finding[] | null = null;
  for (const { attribute, after } of diff.fields) {
    if (typeof after !== 'string' || hiddenSigns(after) !== 'unusual') continue;
    const suggestion = withoutHiddenSigns(after);
    (found ??= []).push(warningAt(row, 'invisible-sign', attribute, { suggestion }));
  }
  return found ?? NOTHING; // none
};
