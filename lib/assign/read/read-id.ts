import type { Cell } from '../../sheet/cells/sheet';

/** A long number as spreadsheets abbreviate it: 1.23E+15. The digits behind it are gone once it is text. */
const SCIENTIFIC = /^[+-]?\d(?:[.,]\d+)?E\+\d{1,3}$/i;
/** A number as a cell's format may show it: grouped, with decimals. */
const SHOWN_NUMBER = /^[\d.,'’\s\u00A0\u202F]+$/;

/**
 * The text of a number's cell where its digits matter, or null when the file has lost some of them. What the cell shows
 * counts (leading zeros, "ID-0012"), but for a whole number that is only shown short or grouped its real digits do.
 */
export function digitsOf(cell: Extract<Cell, { kind: 'number' }>): string | null {
  if (!Number.isInteger(cell.value)) return cell.text;
  if (cell.damaged || !Number.isSafeInteger(cell.value)) return null;
  if (/^\d+$/.test(cell.text)) return cell.text;
  const shownShort = SCIENTIFIC.test(cell.text) || SHOWN_NUMBER.test(cell.text);
  return shownShort ? String(cell.value) : cell.text;
}

/**
 * The same where the number is text (a grade, a score): decimals that the cell shows belong to it, "4.0" is no "4". Null
 * when the file has lost some of its digits.
 */
export function shownNumber(cell: Extract<Cell, { kind: 'number' }>): string | null {
  const digits = digitsOf(cell);
  const hasDecimals = SHOWN_NUMBER.test(cell.text) && cell.text.replace(/\D/g, '') !== digits;
  return digits !== null && hasDecimals ? cell.text : digits;
}

/** Whether a text is a number that was abbreviated before it became text. */
export function isAbbreviatedNumber(text: string): boolean {
  return SCIENTIFIC.test(text);
}
