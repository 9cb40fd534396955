import type { RowRule } from '../terms/matched-row';
import { keyUnreadable } from './key-unreadable';
import { unreadableRule } from './unreadable';

const inCells = unreadableRule('formula-error');

/** A formula gave no value (#REF!, #N/A), in the key or in a cell. */
export const formulaError: RowRule = (row) =>
  row.match.kind === 'one' ? inCells(row) : keyUnreadable(row, 'formula-error');
