/** Eras that Excel knows, the last first: first day, and names for `g`, `gg` and `ggg`. */
const ERAS = [
  { from: 20190501, year: 2019, names: ['R', '令', '令和'] },
  { from: 19890108, year: 1989, names: ['H', '平', '平成'] },
  { from: 19261225, year: 1926, names: ['S', '昭', '昭和'] },
  { from: 19120730, year: 1912, names: ['T', '大', '大正'] },
  { from: 0, year: 1868, names: ['M', '明', '明治'] },
] as const;

/**
 * Formats whose `g` and `e` are the Japanese era on every machine. Without a language they are so
 * only on Japanese Windows.
 */
const JAPANESE = /\[\$-(?:[0-9a-f]{0,4}0?411|ja-jp|ja-jp-x-gannen)\]/i;

/** Tells whether a number format has the Japanese calendar. */
export function isJapanese(code: string): boolean {
  return JAPANESE.test(code);
}

/** Tells whether the first year is 元年, not 1年. */
export function namesFirstYear(code: string): boolean {
  return /\[\$-ja-jp-x-gannen\]/i.test(code);
}

/** Era of a day: its name by the length of the code, 1 to 3, and its year, from 1. */
export function japaneseEra(
  { year, month, day }: { readonly year: number; readonly month: number; readonly day: number },
  length: number,
): { readonly name: string; readonly year: number } {
  const number = year * 10_000 + month * 100 + day;
  const era = ERAS.find(({ from }) => number >= from) ?? ERAS[4];
  return { name: era.names[length - 1] ?? era.names[2], year: year - era.year + 1 };
}
