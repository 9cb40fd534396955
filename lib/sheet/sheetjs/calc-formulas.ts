import { itemAt } from '../../element-at';
import { recordsOf } from '../xls/biff-records';

const BOF = 0x809;
const BOUND_SHEET = 0x85;
const FORMULA = 0x06;
const WRITE_ACCESS = 0x5c;
/** What LibreOffice and OpenOffice write for the name of the user, as text of 8-bit characters. */
const CALC = Array.from('\u0004\0\0Calc', (letter) => letter.charCodeAt(0));
/** Cell and format of a formula are before its value (MS-XLS 2.4.127). */
const VALUE = 6;
/** The value of a formula that gives an empty text (MS-XLS 2.5.133). */
const EMPTY_TEXT = [3, 0, 0, 0, 0, 0, 0xff, 0xff];

/**
 * A stream of LibreOffice or OpenOffice (seen of 2013 and of 7.4) without the zeros that it stores for formulas: it does
 * so where the result is a text, and Excel and itself, which calculate anew, show that. A true 0 looks the same, so
 * neither is believed: the cells are blank, and their number is given for each sheet in order. Null for the stream of any
 * other program, and where there is no such formula.
 */
export function blankZerosOfCalc(
  stream: Uint8Array,
): { readonly stream: Uint8Array; readonly blanked: readonly number[] } | null {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  /** The number of the sheet whose stream begins at a place. */
  const sheets = new Map<number, number>();
  const blanked: number[] = [];
  let made: Uint8Array | null = null;
  let isOfCalc = false;
  let sheet = -1;
  for (const { type, start, length } of recordsOf(view)) {
    if (start + length > stream.length) break;
    if (type === WRITE_ACCESS) isOfCalc = CALC.every((byte, at) => stream[start + at] === byte);
    else if (type === BOUND_SHEET && length >= 4) {
      sheets.set(view.getUint32(start, true), blanked.length);
      blanked.push(0);
    } else if (type === BOF) {
      // That of a chart within a sheet is no sheet's.
      sheet = sheets.get(start - 4) ?? sheet;
      if (sheets.size > 0 && !isOfCalc) return null;
    } else if (type === FORMULA && sheet >= 0 && length >= VALUE + 8) {
      if (view.getBigUint64(start + VALUE, true) !== 0n) continue;
      made ??= new Uint8Array(stream); // a Buffer's own `slice` is no copy
      made.set(EMPTY_TEXT, start + VALUE);
      blanked[sheet] = itemAt(blanked, sheet) + 1;
    }
  }
  return made === null ? null : { stream: made, blanked };
}
