import type { Cell } from '../../sheet/cells/sheet';

/** Long number in scientific notation, "1.23E+15". As text its other digits are lost. */
const SCIENTIFIC = /^[+-]?\d(?:[.,]\d+)?E\+\d{1,3}$/i;
/** Number as a format may show it: grouped, with decimals. */
const SHOWN_NUMBER = /^[\d.,'’\s\u00A0\u202F]+$/;

/**
 * Text of a number cell whose digits matter, or null when the file has lost some. The shown text
 * counts (leading zeros, "ID-0012"). For a whole number that is shown short or grouped, its real
 * digits count: "1.2E+05" -> "123456".
 */
export function digitsOf(cell: Extract<Cell, { kind: 'number' }>): string | null {
  if (!Number.isInteger(cell.value)) return cell.text;
  if (cell.damaged || !Number.isSafeInteger(cell.value)) return null;
  if (/^\d+$/.test(cell.text)) return cell.text;
  const shownShort = SCIENTIFIC.test(cell.text) || SHOWN_NUMBER.test(cell.text);
  return shownShort ? String(cell.value) : cell.text;
}

/**
 * Text of a number cell whose digits are to be found again: in a key that is text, and in results.
 * Shown decimals belong to it: "4.0" is not "4". Groups do not. Null when the file has lost digits.
 */
export function shownNumber(cell: Extract<Cell, { kind: 'number' }>): string | null {
  const digits = digitsOf(cell);
  const hasDecimals = SHOWN_NUMBER.test(cell.text) && cell.text.replace(/\D/g, '') !== digits;
  return digits !== null && hasDecimals ? cell.text : digits;
}

/**
 * Text of a number cell that becomes a text (a grade, a score): as the spreadsheet program shows
 * it, with its decimals and groups. "1,000" is not "1000". A number that is shown short has its
 * digits: "1.2E+05" -> "123456". Null when the file has lost digits.
 */
export function textOfNumber(cell: Extract<Cell, { kind: 'number' }>): string | null {
  const digits = digitsOf(cell);
  return digits !== null && SHOWN_NUMBER.test(cell.text) ? cell.text : digits;
}

/** Tells whether a text is a number in scientific notation. */
export function isAbbreviatedNumber(text: string): boolean {
  return SCIENTIFIC.test(text);
}
