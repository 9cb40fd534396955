/**
 * Most characters of a number format. Excel has 255; a longer one is none, and is not taken apart,
 * as a hostile file can have millions.
 */
export const MOST_FORMAT_LENGTH = 400;

/**
 * Names of the format General: in files, and as East Asian Excel shows it. Italian "Generale" is
 * another word.
 */
export const GENERAL = /^(general(?![a-z])|g\/標準|g\/通用格式)/i;

/** "AM/PM" and "A/P". */
export const HALVES = /^(am\/pm|a\/p)/i;

/** Run of Latin letters, up to one of the above. `yyyy年` has none of them behind its years. */
const WORD = /^\p{Script=Latin}+?(?=am\/pm|a\/p|general(?![a-z])|\P{Script=Latin}|$)/iu;

/** Date letters, with T and Z as programs write them in ISO 8601 (`yyyy-mm-ddThh:mm:ssZ`). */
const DATE_WORD = /^(y+|m+|d+|h+|s+|g{1,3}|e+|b+|a{3,4}|t(?=h)|z$)+$/i;

/**
 * Word at the beginning of the rest of a format, without quotes, that is no run of date letters:
 * "Standard" in `Standard`, "kg" in `0 kg`. Null for date letters, and where there is no letter.
 * Where the section has places for digits, it is one of a number, and any letters are a word: "egg"
 * in `0 egg`.
 */
export function wordAt(rest: string, isOfNumber: boolean): string | null {
  const [word] = WORD.exec(rest) ?? [];
  return word === undefined || (!isOfNumber && DATE_WORD.test(word)) ? null : word;
}

/** Tells whether codes have places for the digits of a number. Seconds have some of their own. */
export function hasDigitPlaces(codes: string): boolean {
  return /[0#?]/.test(codes.replace(/s[.,]0+/gi, ''));
}

/**
 * Section before the first `;`, without quoted text, escaped characters, padding (`_x`) and filling
 * (`*x`). None of a format that is too long.
 */
export function firstSection(format: string): string {
  if (format.length > MOST_FORMAT_LENGTH) return '';
  const bare = format.replace(/"[^"]*"?|[\\_*][\s\S]/g, '');
  const end = bare.indexOf(';');
  return end < 0 ? bare : bare.slice(0, end);
}

/** Takes out what stands in brackets: colours, languages, conditions. */
export function withoutBrackets(section: string): string {
  return section.replace(/\[[^\]]*\]/g, '');
}

/** Takes the words that are no date letters out of a section without quoted text. */
export function withoutWords(section: string): string {
  return section.replace(/\p{Script=Latin}+/gu, (word) => (DATE_WORD.test(word) ? word : ''));
}
