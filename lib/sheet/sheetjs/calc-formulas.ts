import { itemAt } from '../../element-at';
import { givesNumber } from './formula-result';
import { recordsOf } from '../xls/biff-records';

const BOF = 0x809;
const BIFF8 = 0x0600;
const BOUND_SHEET = 0x85;
const FORMULA = 0x06;
const WRITE_ACCESS = 0x5c;
/** Name of the user that LibreOffice and OpenOffice write, as text of 8-bit characters. */
const CALC = Array.from('\u0004\0\0Calc', (letter) => letter.charCodeAt(0));
/** Offset of the value in a formula record, behind cell and format (MS-XLS 2.4.127). */
const VALUE = 6;
/** Value of a formula that gives an empty text (MS-XLS 2.5.133). */
const EMPTY_TEXT = [3, 0, 0, 0, 0, 0, 0xff, 0xff];

/**
 * Blanks the zeros that LibreOffice and OpenOffice (2013 to 7.4) store for formulas whose result is
 * a text. Excel and they recalculate such formulas, but SheetJS does not. A true 0 looks the same:
 * it stays where the formula can only give a number (formula-result.ts), and where the file stores
 * texts of other formulas, which those programs do not. The blank ones are counted for each sheet.
 * Null for a stream of another program, and where there is nothing to blank.
 */
export function blankZerosOfCalc(
  stream: Uint8Array,
): { readonly stream: Uint8Array; readonly blanked: readonly number[] } | null {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  /** Index of a sheet by the offset of its stream. */
  const sheets = new Map<number, number>();
  const blanked: number[] = [];
  let made: Uint8Array | null = null;
  let isOfCalc = false;
  let isBiff8 = false;
  let sheet = -1;
  const zeros: { readonly at: number; readonly sheet: number }[] = [];
  for (const { type, start, length } of recordsOf(view)) {
    if (start + length > stream.length) break;
    if (type === WRITE_ACCESS) isOfCalc = CALC.every((byte, at) => stream[start + at] === byte);
    else if (type === BOUND_SHEET && length >= 4) {
      sheets.set(view.getUint32(start, true), blanked.length);
      blanked.push(0);
    } else if (type === BOF) {
      isBiff8 ||= length >= 2 && view.getUint16(start, true) === BIFF8;
      // A chart within a sheet has a BOF too, which is not a sheet's.
      sheet = sheets.get(start - 4) ?? sheet;
      if (sheets.size > 0 && !isOfCalc) return null;
    } else if (type === FORMULA && sheet >= 0 && length >= VALUE + 8) {
      const value = start + VALUE;
      const stored = view.getBigUint64(value, true);
      if (isText(stored)) return null;
      if (stored !== 0n) continue;
      if (!isBiff8 || !givesNumber(stream.subarray(start, start + length))) zeros.push({ at: value, sheet });
    }
  }
  for (const zero of zeros) {
    made ??= new Uint8Array(stream); // `slice` of a Buffer does not copy
    made.set(EMPTY_TEXT, zero.at);
    blanked[zero.sheet] = itemAt(blanked, zero.sheet) + 1;
  }
  return made === null ? null : { stream: made, blanked };
}

/** Tells whether the text of a formula follows in a record of its own (MS-XLS 2.5.133). */
function isText(value: bigint): boolean {
  return value >> 48n === 0xffffn && (value & 0xffn) === 0n;
}
