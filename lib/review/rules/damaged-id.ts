import type { RowRule } from '../terms/matched-row';
import { keyUnreadable } from './key-unreadable';
import { unreadableRule } from './unreadable';

const inCells = unreadableRule('damaged-id');

/** The spreadsheet has shortened a long number (1.23E+15, or more than 15 digits), in the key or in a cell. */
export const damagedId: RowRule = (row) =>
  row.match.kind === 'one' ? inCells(row) : keyUnreadable(row, 'damaged-id');
