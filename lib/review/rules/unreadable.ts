import type { UnreadableCode } from '../../assign/read/read-cell';
import { errorAt, NOTHING, type RowRule } from '../terms/matched-row';

/** The rule of one kind of cell that cannot be read: an error at each such cell, with the cell as written. */
export function unreadableRule(code: UnreadableCode): RowRule {
  return ({ row, diff }) =>
    diff.unreadable.length === 0
      ? NOTHING
      : diff.unreadable
          .filter((cell) => cell.code === code)
          .map(({ attribute, text }) => errorAt(row, code, attribute, { text }));
}
