const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/**
 * Tells whether a SYLK text names a row or column outside any sheet. SheetJS makes an entry for
 * each number up to it. Fields are divided by semicolons; one within a text is doubled.
 */
export function hasFarPlace(sylk: string): boolean {
  for (const [record] of sylk.matchAll(/[^\r\n]+/g)) {
    if (!/^\s*[CF];/.test(record)) continue;
    for (const field of record.replaceAll(';;', '').split(';')) {
      // Without a second number it is no number, which is not above anything.
      const [, axis, ...numbers] = /^([XYRCW])(\d+)(?: (\d+))?/.exec(field) ?? [];
      const most = axis === 'Y' || axis === 'R' ? MOST_ROWS : MOST_COLUMNS;
      if (numbers.some((number) => Number(number) > most)) return true;
    }
  }
  return false;
}
