import type { DateSystem } from './serial-day';
import type { Cell } from '../cells/sheet';

/** Makes a number cell. It says when its workbook counts days from 1904. */
export function makeNumberCell(text: string, value: number, damaged: boolean, system: DateSystem): Cell {
  if (system === 1900) return { kind: 'number', text, value, damaged };
  return { kind: 'number', text, value, damaged, since1904: true };
}
