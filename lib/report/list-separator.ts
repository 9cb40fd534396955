/**
 * The delimiter of a CSV that the reader's spreadsheet program opens in columns: a semicolon where
 * decimals are written with something else than a point, else a comma. `locale`: the browser's own
 * unless another is given.
 *
 * Examples: en-US 1.5 -> "," · de-DE 1,5 -> ";" · ar-EG ١٫٥ -> ";".
 */
export function listSeparator(locale?: string): ',' | ';' {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.some(({ type, value }) => type === 'decimal' && value !== '.') ? ';' : ',';
}
