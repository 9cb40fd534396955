import { DAYS_FROM_1900_TO_1904, type DateSystem } from '../number-format/serial-day';
import { serialOfDay } from '../number-format/serial-of-day';
import type { WrittenCell, WrittenRows } from '../cells/written-cell';

/** A cell as SheetJS writes it: type, value, number format. */
export interface RawWritten {
  readonly t: 's' | 'n' | 'b' | 'e';
  readonly v: string | number | boolean;
  readonly z?: string;
}

/** Numbers of the errors that a cell can hold (ECMA-376 18.17.3). */
const ERRORS: ReadonlyMap<string, number> = new Map([
  ['#NULL!', 0x00],
  ['#DIV/0!', 0x07],
  ['#VALUE!', 0x0f],
  ['#REF!', 0x17],
  ['#NAME?', 0x1d],
  ['#NUM!', 0x24],
  ['#N/A', 0x2a],
]);

/** The date system of a file: that of the numbers which lost their format, else the usual one. */
export function systemOfWritten(rows: WrittenRows): DateSystem {
  const isOf1904 = (cell: WrittenCell) =>
    typeof cell !== 'string' && cell.kind === 'number' && cell.since1904 === true;
  return rows.some((row) => row.some(isOf1904)) ? 1904 : 1900;
}

/**
 * Makes the cell that SheetJS writes; null for a blank one. A text is never a formula. An error
 * that the format does not know is a text.
 */
export function rawOfWritten(cell: WrittenCell, system: DateSystem): RawWritten | null {
  if (typeof cell === 'string') return cell === '' ? null : { t: 's', v: cell };
  switch (cell.kind) {
    case 'number':
      return { t: 'n', v: cell.value, z: cell.format };
    case 'day': {
      const serial = serialOfDay(cell.day) - (system === 1904 ? DAYS_FROM_1900_TO_1904 : 0);
      // A workbook of 1904 has no day before that year.
      if (serial < 0) return { t: 's', v: cell.text };
      return { t: 'n', v: serial + cell.seconds / 86_400, z: cell.format };
    }
    case 'flag':
      return { t: 'b', v: cell.value };
    case 'error': {
      const code = ERRORS.get(cell.text);
      return code === undefined ? { t: 's', v: cell.text } : { t: 'e', v: code };
    }
  }
}
