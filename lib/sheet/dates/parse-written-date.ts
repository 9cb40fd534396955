import { matchingText } from '../cells/matching-text';
import { isWeekday, monthOfName } from '../number-format/month-names';

/** Parts of a written date, before the order of its numbers is decided. */
export type WrittenDate =
  /** Year, month and day are certain from the way it is written. */
  | { readonly kind: 'plain'; readonly year: number; readonly month: number; readonly day: number }
  /** Serial number of a date, as text. */
  | { readonly kind: 'serial'; readonly serial: number }
  /** Three numbers in an order that only the column shows. The year is first or last. */
  | { readonly kind: 'numbers'; readonly numbers: readonly [string, string, string] };

/**
 * "14:05", "2:05:00 PM", "um 14:05 Uhr", "à 14 h 05", "2 pm", "T140500Z", with any time zone behind
 * it.
 */
const TIME_OF_DAY =
  /[T\s,]+((at|um|a las|à|a) )?(\d{1,2}[:.h]\d{2}([:.]\d{2}([.,]\d+)?)?\s*([ap]\.?\s?m\.?|uhr|h)?|\d{1,2} h \d{2}|\d{1,2}\s?[ap]\.?\s?m\.?|\d{6}(?=z$))\s*(z|utc|gmt)?\s*([+-]\d{2}(:?\d{2})?)?(\s*\([^)]*\))?$/i;
const YEAR_FIRST = /^(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})\.?$/;
const YEAR_FIRST_SPACED = /^(\d{4}) (\d{1,2}) (\d{1,2})$/;
const EAST_ASIAN = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]$/;
const COMPACT = /^((?:19|20|21)\d{2})(\d{2})(\d{2})$/;
const SERIAL = /^\d{5}(\.\d+)?$/;
const NUMBERS = /^(\d{1,2})\s*([-/. ])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})$/;
const FILLERS = new Set(['de', 'del', 'of', 'the', 'le', 'el', 'den', 'der', 'am', 'du', 'dia']);

// 1955-01-01 and 2100-12-31. Another number of five digits is more likely no date.
const FIRST_SERIAL = 20_090;
const LAST_SERIAL = 73_415;

/**
 * Parses a written date. A weekday in front and a time of day behind are dropped. Null when it is
 * no date.
 */
export function parseWrittenDate(text: string): WrittenDate | null {
  const written = withoutWeekday(withoutTime(matchingText(text)));
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
  if (first !== undefined && second !== undefined && third !== undefined) {
    return { kind: 'numbers', numbers: [first, second, third] };
  }
  return withMonthName(written);
}

/** Tells what reading a date drops or completes, for a note at the column. */
export function lossesOfReading(text: string): { readonly timeOfDay: boolean; readonly shortYear: boolean } {
  const written = matchingText(text);
  const taken = parseWrittenDate(written);
  const isPartOfDay = taken?.kind === 'serial' && !Number.isInteger(taken.serial);
  const timeOfDay = isPartOfDay || withoutTime(written) !== written;
  const shortYear =
    taken?.kind === 'numbers'
      ? taken.numbers[2].length === 2
      : taken?.kind === 'plain' && !/\d{4}/.test(withoutTime(written));
  return { timeOfDay, shortYear };
}

/** Completes a year of two digits: 00 to 49 -> 2000 to 2049, 50 to 99 -> 1950 to 1999. */
export function wholeYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

/**
 * Removes a time of day. The written day stays whatever the time zone is: it is the day that the
 * admin sees.
 */
function withoutTime(text: string): string {
  // "1. 2.27" is the 1st of February, not the 1st at 2.27 o'clock.
  return NUMBERS.test(text) ? text : text.replace(TIME_OF_DAY, '').trim();
}

function withoutWeekday(text: string): string {
  const [, word, rest] = /^(\p{L}+)[.,]*\s+(.*\d.*)$/u.exec(text) ?? [];
  return word !== undefined && rest !== undefined && isWeekday(plainWord(word)) ? rest : text;
}

/**
 * "31 Jan 2027", "January 31st, 2027", "31. Januar 2027", "1 de marzo de 2027", "1er mars 2027",
 * "2027-Jan-31".
 */
function withMonthName(text: string): WrittenDate | null {
  if (text.length > 40) return null;
  let month: number | null = null;
  const numbers: string[] = [];
  for (const token of text.split(/[\s.,/-]+/)) {
    const number = /^(\d{1,2}|\d{4})(st|nd|rd|th|er|º|ª|°)?$/i.exec(token)?.[1];
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
