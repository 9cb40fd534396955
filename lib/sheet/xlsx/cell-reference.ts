import { uint8At } from '../../element-at';
import { damaged } from '../zip/reader-error';

/** Size of a sheet in every current spreadsheet program. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

/**
 * Parses a cell reference ("B7", in bytes) to row (from 1) * MOST_COLUMNS + column (from 0). Throws
 * a ReaderError for anything else, and outside the sheet.
 */
export function parseCellReference(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  let column = 0;
  for (; at < to; at += 1) {
    // Some programs write lower case.
    const letter = uint8At(bytes, at) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  const digits = at;
  let row = 0;
  for (; at < to; at += 1) {
    const digit = uint8At(bytes, at) - 48;
    if (digit < 0 || digit > 9) break;
    row = row * 10 + digit;
  }
  const complete = at === to && digits > from && digits < to && to - from <= 10;
  if (!complete || row < 1 || row > MOST_ROWS || column > MOST_COLUMNS)
    throw damaged('a cell outside the sheet');
  return row * MOST_COLUMNS + column - 1;
}
