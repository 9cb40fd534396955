/**
 * Tells whether a number format shows a day (ECMA-376 18.8.30, 18.8.31): a year, month or day in
 * the section for positive numbers. `h:mm` is a time and `[h]:mm` a duration, so neither is a day.
 * Letters in quotes, behind a backslash, or in [Red], [$-407], [>100] are no codes.
 */
export function isDayFormat(format: string): boolean {
  const section = firstSection(format);
  if (/\[(h+|m+|s+)\]/i.test(section)) return false;
  const codes = section
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general|am\/pm|a\/p|上午\/下午/gi, '')
    .replace(/e[+-]/gi, '')
    .toLowerCase();
  // y: year, d: day, e and g: year of an era, b: Buddhist year, aaa: weekday (East Asia).
  if (/[ydegb]|aaa/.test(codes)) return true;
  return codes.includes('m') && !/[hs]/.test(codes);
}

/** Tells whether it shows an exponent: "1.23E+15". */
export function isScientificFormat(format: string): boolean {
  return /[0#?]e[+-]/i.test(firstSection(format));
}

/**
 * Section before the first `;`, without quoted text, escaped characters, padding (`_x`) and filling
 * (`*x`).
 */
function firstSection(format: string): string {
  const bare = format.replace(/"[^"]*"?|[\\_*][\s\S]/g, '');
  const end = bare.indexOf(';');
  return end < 0 ? bare : bare.slice(0, end);
}
