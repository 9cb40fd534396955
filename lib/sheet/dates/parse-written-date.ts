import { dayOfTimestamp, partsOfDay } from '../../credential/day';
import { foldedDigits } from '../cells/folded-width';
import { matchingText } from '../cells/matching-text';
import { isWeekday, monthOfName } from '../number-format/month-names';
import { withoutTime } from './time-of-day';

/** Parts of a written date, before the order of its numbers is decided. */
export type WrittenDate =
  /** Year, month and day are certain from the way it is written. */
  | { readonly kind: 'plain'; readonly year: number; readonly month: number; readonly day: number }
  /** Serial number of a date, as text. */
  | { readonly kind: 'serial'; readonly serial: number }
  /** Three numbers in an order that only the column shows. The year is first or last. */
  | { readonly kind: 'numbers'; readonly numbers: readonly [string, string, string] };

const YEAR_FIRST = /^(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})\.?$/;
const YEAR_FIRST_SPACED = /^(\d{4}) (\d{1,2}) (\d{1,2})$/;
const EAST_ASIAN = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号號일]$/;
/** A moment with its distance from UTC, as programs write it: "2027-01-31T00:00:00.000+01:00". */
const MOMENT =
  /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)? ?[+-]\d{2}(?::?\d{2})?(?=\[[^[\]]*\]$|$)/i;
/** A zone behind a day without a time: "2027-01-31Z", "2027-01-31+01:00", "31 Jan 2027 UTC". */
const ZONE_OF_DAY = /(?:(?<=^\d{4}-\d{2}-\d{2})[+-]\d{2}:?\d{2}|(?<=\d) ?(?:z|utc|gmt))$/i;
/**
 * A full stop or the word for "year" behind a year: "31.1.2027.", "31.01.2027 г.", "31.01.2027 r."
 */
const YEAR_SIGN = /(?<=\d)(?:\.?\s?(?:م|г|год|года|година|године|р|року|ж|r|roku|god|godine)\.?|[.,;])$/iu;
/** Dashes that a program puts for a hyphen: "31–01–2027". */
const DASHES = /[\u2010-\u2015\u2212]/g;
const ONLY_DIGITS = /^\d+(?:\.\d+)?$/;
/** Months of the Levant that are two words: "31 كانون الثاني 2027". */
const LEVANTINE = /(كانون|تشرين) (ال)/;
/**
 * October in Croatian, which has a full stop behind the day; "5 listopada" is Polish for November.
 */
const CROATIAN_OCTOBER = /\d\.\s*listopad/i;
/** "31JAN2027", as statistics programs write. */
const JOINED = /^(\d{1,2})(\p{L}{3,9})(\d{4})$/u;
/** Fast path for nearly every date: there is nothing to fold. */
const ASCII = /^[ -~]*$/;
const COMPACT = /^((?:19|20|21)\d{2})(\d{2})(\d{2})$/;
const SERIAL = /^\d{5}(\.\d+)?$/;
const NUMBERS = /^(\d{1,2})\s*([-/. ])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})$/;
const FILLERS = new Set(['de', 'del', 'of', 'the', 'le', 'el', 'den', 'der', 'am', 'du', 'dia', 'ano', 'º']);

// 1955-01-01 and 2100-12-31. Another number of five digits is more likely no date.
const FIRST_SERIAL = 20_090;
const LAST_SERIAL = 73_415;

/**
 * The longest text that is looked at: a date with the name of its zone in words has 90 characters.
 * A hostile cell of a million commas would keep the pattern of a time busy for hours.
 */
const LONGEST = 120;

/**
 * Parses a written date. A weekday in front, a time of day with its zone and the sign of a year
 * behind are dropped. Full-width digits and those of other scripts are read. Null when it is no
 * date. A moment with an offset is read as the platform's are: see `dayOfTimestamp`.
 */
export function parseWrittenDate(text: string): WrittenDate | null {
  if (text.length > LONGEST) return null;
  const shown = shownText(text);
  const plain = withNumbers(shown);
  // Nearly every date is plain, and nearly every other number is no date.
  if (plain !== null || ONLY_DIGITS.test(shown)) return plain;
  const day = MOMENT.test(shown) ? dayOfTimestamp(shown.replace(/\[.*$/, '')) : null;
  if (day !== null) return { kind: 'plain', ...partsOfDay(day) };
  const written = withoutWeekday(withoutTime(shown).replace(ZONE_OF_DAY, '').replace(YEAR_SIGN, ''));
  return withNumbers(written) ?? withMonthName(written);
}

/** "31/01/2027", "2027-01-31", "20270131", "2027年1月31日", "46418". */
function withNumbers(written: string): WrittenDate | null {
  const yearFirst =
    YEAR_FIRST.exec(written) ??
    YEAR_FIRST_SPACED.exec(written) ??
    EAST_ASIAN.exec(written) ??
    COMPACT.exec(written);
  if (yearFirst) {
    const [, year, month, day] = yearFirst;
    return { kind: 'plain', year: Number(year), month: Number(month), day: Number(day) };
  }
  if (SERIAL.test(written)) {
    const serial = Number(written);
    return serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? { kind: 'serial', serial } : null;
  }
  const [, first, , second, third] = NUMBERS.exec(written) ?? [];
  if (first === undefined || second === undefined || third === undefined) return null;
  return { kind: 'numbers', numbers: [first, second, third] };
}

/** Tells what reading a date drops or completes, for a note at the column. */
export function lossesOfReading(text: string): { readonly timeOfDay: boolean; readonly shortYear: boolean } {
  const written = shownText(text);
  const taken = parseWrittenDate(written);
  const isPartOfDay = taken?.kind === 'serial' && !Number.isInteger(taken.serial);
  // "1. 2.27" is the 1st of February, not the 1st at 2.27 o'clock.
  const withoutIt = withNumbers(written) === null ? withoutTime(written) : written;
  const timeOfDay = isPartOfDay || withoutIt !== written;
  const shortYear =
    taken?.kind === 'numbers'
      ? taken.numbers[2].length === 2
      : taken?.kind === 'plain' && !/\d{4}/.test(withoutIt);
  return { timeOfDay, shortYear };
}

/** Completes a year of two digits: 00 to 49 -> 2000 to 2049, 50 to 99 -> 1950 to 1999. */
export function wholeYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

/** Text of a cell with nothing in it that only looks different, and no guard apostrophe. */
function shownText(text: string): string {
  const shown = matchingText(text).replace(/^'/, '');
  return ASCII.test(shown) ? shown : foldedDigits(shown).replace(DASHES, '-').trim();
}

/**
 * Removes an article and a weekday in front: "le lundi 1 mars 2027" -> "1 mars 2027". "mar." is
 * Tuesday where a month follows: "mar. 2 mars 2027".
 */
function withoutWeekday(text: string): string {
  const [, first = '', rest = ''] = /^([\p{L}\p{M}]+)(?:-feira)?[.,،]*\s+(.*\d.*)$/u.exec(text) ?? [];
  const word = plainWord(first);
  const goes = isWeekday(word) || FILLERS.has(word) || (word === 'mar' && withMonthName(rest) !== null);
  return goes ? withoutWeekday(rest) : text;
}

/**
 * "31 Jan 2027", "January 31st, 2027", "31. Januar 2027", "1 de marzo de 2027", "1er mars 2027",
 * "2027-Jan-31", "1.º de marzo del año 2027".
 */
function withMonthName(text: string): WrittenDate | null {
  if (text.length > 40 || CROATIAN_OCTOBER.test(text)) return null;
  let month: number | null = null;
  const numbers: string[] = [];
  for (const token of text
    .replace(LEVANTINE, '$1_$2')
    .replace(JOINED, '$1 $2 $3')
    .split(/[\s.,،/-]+/)) {
    const number = /^(\d{1,2}|\d{4})(st|nd|rd|th|e?ro|er|º|ª|°)?$/i.exec(token)?.[1];
    if (number !== undefined) {
      numbers.push(number);
      continue;
    }
    const word = plainWord(token);
    if (word === '' || FILLERS.has(word)) continue;
    const named = monthOfName(word);
    if (named === null || month !== null) return null;
    month = named;
  }
  const [first, second] = numbers;
  if (month === null || first === undefined || second === undefined || numbers.length !== 2) return null;
  const [year, day] = first.length === 4 ? [first, second] : [second, first];
  return { kind: 'plain', year: wholeYear(year), month, day: Number(day) };
}

/** Lower-cases a word and removes accents: "März" -> "marz", "Août" -> "aout". */
function plainWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
