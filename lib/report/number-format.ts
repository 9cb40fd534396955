/** Least number that programs show with an exponent where it has no format. */
const SHOWN_WITH_EXPONENT = 1e11;

/**
 * Formats that may show a number as this text, because a cell does not have its own any more. The
 * caller shows the number by each and takes the first that gives the text. None for a number of
 * twelve digits or more: it is somebody's id, and a text keeps all of it.
 *
 * Examples: 12 as "12" -> General · 123 as "00123" -> 00000 · 0.855 as "85.5%" -> 0.0% · 1000 as
 * "1,000" -> #,##0 · 12 as "ID-0012" -> "ID-"0000.
 */
export function numberFormatsOf(text: string, value: number): readonly string[] {
  if (Math.abs(value) >= SHOWN_WITH_EXPONENT) return [];
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(text);
  if (digits === null) return [];
  const [shown] = digits;
  const before = text.slice(0, digits.index).replace(/^-/, '');
  const after = text.slice(digits.index + shown.length);
  const [whole = '', decimals = ''] = shown.split('.');
  const grouped = whole.includes(',') ? '#,##0' : '0'.repeat(leadingZeros(whole) === 0 ? 1 : whole.length);
  const point = decimals === '' ? '' : `.${'0'.repeat(decimals.length)}`;
  const asNumber = `${literal(before)}${grouped}${point}${literal(after)}`;
  // Digits of a whole number at places of their own: 00000-0000.
  const asMask = Array.from(text, (sign) => (/\d/.test(sign) ? '0' : literal(sign))).join('');
  // Other digits beside it (1/2) are no part of a number that they stand beside.
  const isAlone = !/\d/.test(before + after);
  return ['General', ...(isAlone ? [asNumber] : []), ...(Number.isInteger(value) ? [asMask] : [])];
}

function leadingZeros(whole: string): number {
  return whole === '0' ? 0 : whole.length - whole.replace(/^0+/, '').length;
}

/** A percent sign counts as one. Anything else is text. */
function literal(text: string): string {
  return text.split(/(%)/).map(quoted).join('');
}

function quoted(part: string): string {
  if (part === '' || part === '%') return part;
  return part.includes('"') ? part.replace(/./gsu, String.raw`\$&`) : `"${part}"`;
}
