import type { DateSystem } from './serial-day';
import type { Cell } from '../cells/sheet';

/** A number's cell, which says so where the days of its workbook are not counted as usual. */
export function makeNumberCell(text: string, value: number, damaged: boolean, system: DateSystem): Cell {
  if (system === 1900) return { kind: 'number', text, value, damaged };
  return { kind: 'number', text, value, damaged, since1904: true };
}
