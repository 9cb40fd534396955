/**
 * Most characters of a number format. Excel has 255; a longer one is none, and is not taken apart,
 * as a hostile file can have millions.
 */
export const MOST_FORMAT_LENGTH = 400;

/** Names of the format General: in files, and as East Asian Excel shows it. */
export const GENERAL = /^(general|g\/標準|g\/通用格式)/i;

/** "AM/PM" and "A/P". */
export const HALVES = /^(am\/pm|a\/p)/i;

/** Run of Latin letters, up to one of the above. */
const WORD = /^[a-z]+?(?=am\/pm|a\/p|general|[^a-z]|$)/i;

/** Date letters, with T and Z as programs write them in ISO 8601 (`yyyy-mm-ddThh:mm:ssZ`). */
const DATE_WORD = /^(y+|m+|d+|h+|s+|g{1,3}|e+|b+|a{3,4}|t(?=h)|z$)+$/i;

/**
 * Word at the beginning of the rest of a format, without quotes, that is no run of date letters:
 * "Standard" in `Standard`, "kg" in `0 kg`. Null for date letters, and where there is no letter.
 */
export function wordAt(rest: string): string | null {
  const [word] = WORD.exec(rest) ?? [];
  return word === undefined || DATE_WORD.test(word) ? null : word;
}

/** Takes the words that are no date letters out of a section without quoted text. */
export function withoutWords(section: string): string {
  return section.replace(/[a-z]+/gi, (word) => (DATE_WORD.test(word) ? word : ''));
}
