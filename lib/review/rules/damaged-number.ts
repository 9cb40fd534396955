import type { RowRule } from '../terms/matched-row';
import { keyUnreadable } from './key-unreadable';
import { unreadableRule } from './unreadable';

const inCells = unreadableRule('damaged-number');

/** As damaged-id.ts, where the attribute is no id: a grade, or a number of the account's own that rows are matched by. */
export const damagedNumber: RowRule = (row) =>
  row.match.kind === 'one' ? inCells(row) : keyUnreadable(row, 'damaged-number');
