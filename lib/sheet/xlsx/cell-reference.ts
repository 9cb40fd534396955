import { uint8At } from '../../element-at';
import { damaged } from '../zip/reader-error';

/** The size of a sheet in every spreadsheet program of today. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

/**
 * The place of a cell reference ("B7", in bytes) as row (from 1) times MOST_COLUMNS plus column (from 0). Throws a Refusal
 * for what is no reference or lies outside the sheet.
 */
export function parseCellReference(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  let column = 0;
  for (; at < to; at += 1) {
    // Small letters are written by some programs.
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
