import { parseSections } from './format-sections';
import {
  firstSection,
  hasDigitPlaces,
  MOST_FORMAT_LENGTH,
  withoutBrackets,
  withoutWords,
} from './format-words';

/**
 * Tells whether a number format shows a day (ECMA-376 18.8.30, 18.8.31): a year, month or day in
 * the section for positive numbers. `h:mm` is a time and `[h]:mm` a duration, so neither is a day.
 * Letters in quotes, behind a backslash, or in [Red], [$-407], [>100] are no codes, nor are words
 * without quotes: `0 kg`, and `Standard`, which is General in German.
 */
export function isDayFormat(format: string): boolean {
  const section = firstSection(format);
  if (/\[(h+|m+|s+)\]/i.test(section)) return false;
  const codes = withoutBrackets(section)
    .replace(/general(?![a-z])|g\/標準|g\/通用格式|am\/pm|a\/p|上午\/下午/gi, ' ')
    .replace(/e[+-]/gi, '');
  return showsDay(withoutWords(codes).toLowerCase());
}

function showsDay(codes: string): boolean {
  // Places for digits are those of a number: `0.0 deg`.
  if (hasDigitPlaces(codes)) return false;
  // y: year, d: day, e and g: year of an era, b: Buddhist year, aaa: weekday (East Asia).
  if (/[ydegb]|aaa/.test(codes)) return true;
  return codes.includes('m') && !/[hs]/.test(codes);
}

/** Tells whether it shows a number as it is: General in any spelling or language, and text. */
export function isPlainFormat(format: string): boolean {
  const sections = parseSections(format);
  if (sections === null) return format.length > MOST_FORMAT_LENGTH;
  const [[piece, more] = []] = sections;
  if (sections.length > 1 || more !== undefined) return false;
  return piece === undefined || piece.kind === 'general' || piece.kind === 'text';
}

/** Tells whether it shows an exponent: "1.23E+15". */
export function isScientificFormat(format: string): boolean {
  // OpenDocument may leave the sign out: `0.00E00`.
  return /[0#?]e[+-]?0/i.test(firstSection(format));
}
