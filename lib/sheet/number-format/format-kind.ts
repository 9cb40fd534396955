/**
 * Whether a number format shows its number as a day (ECMA-376 18.8.30/31): a year, a day or a month in the section for
 * positive numbers. `h:mm` alone is a time and `[h]:mm` a duration, so not a day; letters in quotes, behind a backslash
 * or in [Red], [$-407], [>100] are not codes.
 */
export function isDayFormat(format: string): boolean {
  const section = firstSection(format);
  if (/\[(h+|m+|s+)\]/i.test(section)) return false;
  const codes = section
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general|am\/pm|a\/p|上午\/下午/gi, '')
    .replace(/e[+-]/gi, '')
    .toLowerCase();
  // y year, d day, e and g the year of an era, b the Buddhist year, a a weekday (East Asia).
  if (/[ydegb]|aaa/.test(codes)) return true;
  return codes.includes('m') && !/[hs]/.test(codes);
}

/** Whether it shows a number with an exponent: "1.23E+15". */
export function isScientificFormat(format: string): boolean {
  return /[0#?]e[+-]/i.test(firstSection(format));
}

/** The part before the first `;`, with quoted text, escaped characters, padding (`_x`) and filling (`*x`) taken out. */
function firstSection(format: string): string {
  const bare = format.replace(/"[^"]*"?|[\\_*][\s\S]/g, '');
  const end = bare.indexOf(';');
  return end < 0 ? bare : bare.slice(0, end);
}
