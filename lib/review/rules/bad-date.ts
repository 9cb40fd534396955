import type { RowRule } from '../terms/matched-row';
import { keyUnreadable } from './key-unreadable';
import { unreadableRule } from './unreadable';

const inCells = unreadableRule('bad-date');

/** Not a date, not a real one (31 Feb), or not one in the order of its column; in a cell, or in a key that has a date. */
export const badDate: RowRule = (row) =>
  row.match.kind === 'one' ? inCells(row) : keyUnreadable(row, 'bad-date');
