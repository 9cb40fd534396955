import { warningAt, type RowRule } from '../row-in-hand';

/** A value goes away, because the admin chose that blank cells of the column clear. */
export const valueCleared: RowRule = ({ row, diff }) =>
  diff.cells
    .filter(({ outcome }) => outcome === 'cleared')
    .map(({ attribute, before }) => warningAt(row, 'value-cleared', attribute, { text: String(before) }));
