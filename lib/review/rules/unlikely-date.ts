import type { Finding } from '../terms/finding';
import { warningAt } from '../terms/finding-at';
import { NOTHING, type RowRule } from '../terms/matched-row';

/**
 * A day out of our time: a mistyped year, two digits that were completed to the wrong century, or
 * another calendar. Expiry 3027 -> warning, expiry 2570 (Buddhist) -> warning, a birthday in 2048
 * -> warning, expiry 2036 -> none.
 *
 * An issue date that is still to come is its own kind (future-issue.ts): it may be meant.
 */
export const unlikelyDate: RowRule = ({ row, diff, context }) => {
  let found: Finding[] | null = null;
  // A plain loop that allocates nothing: every row that changes comes here.
  for (const { attribute, after } of diff.fields) {
    const likely = context.likelyDays.get(attribute);
    if (likely === undefined || typeof after !== 'string') continue;
    const isLate = after > likely.last && attribute !== 'issue-date';
    if (after >= likely.first && !isLate) continue;
    found ??= [];
    found.push(warningAt(row, 'unlikely-date', attribute, null));
  }
  return found ?? NOTHING; // none
};
