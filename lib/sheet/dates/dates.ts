import { makeDay, type Day } from '../../credential/day';
import { assertNever } from '../../assert-never';
import type { DateFormat } from './date-format';
import { dayOfSerial } from '../number-format/serial-day';
import { parseWrittenDate, wholeYear, type WrittenDate } from './parse-written-date';

/** What a column of written dates tells about the order of their numbers. */
export type DateFormatEvidence =
  /** No date in it needs an order: month names, a year of four digits in front, serial numbers, or no dates at all. */
  | { readonly kind: 'none-needed' }
  /** One order reads them all, and `by` (a text of the column) cannot be read by another. */
  | { readonly kind: 'proved'; readonly format: DateFormat; readonly by: string }
  /** Several orders read them all, and `by` (a text of the column) is another day in each where there is such a one: 01/02/2027. */
  | { readonly kind: 'open'; readonly candidates: readonly DateFormat[]; readonly by: string }
  /** No order reads them all: 31/01/2027 beside 01/31/2027. The one that reads most comes first. */
  | { readonly kind: 'mixed'; readonly candidates: readonly DateFormat[] };

const FORMATS: readonly DateFormat[] = ['day-month-year', 'month-day-year', 'year-month-day'];

/**
 * The day that a text says, or null when it says none or one that is not real (31 Feb). `format` is the order of the
 * numbers in its column (docs/product.md 2.3: never row by row); it is not needed, and not looked at, where the text has a
 * month name, a year of four digits in front, or is a serial number. Two digits of a year: see `wholeYear`.
 */
export function readWrittenDay(text: string, format: DateFormat): Day | null {
  const written = parseWrittenDate(text);
  return written === null ? null : dayOf(written, format);
}

/**
 * Finds the order of day, month and year from all texts of a column together. Only what is proved is decided: one text
 * that a format cannot read as a real day rules that format out. Texts that no format can read prove nothing (they are
 * errors of their rows, whatever the format is).
 */
export function findDateFormat(texts: Iterable<string>): DateFormatEvidence {
  const reads = new Map<DateFormat, number>(FORMATS.map((format) => [format, 0]));
  const ruledOutBy = new Map<DateFormat, string>();
  const readAloneBy = new Map<DateFormat, string>();
  let severalDays: string | null = null;
  let several: string | null = null;
  let total = 0;
  for (const text of texts) {
    const written = parseWrittenDate(text);
    if (written?.kind !== 'numbers') continue;
    const readable = FORMATS.filter((format) => dayOf(written, format) !== null);
    const [first, second] = readable;
    if (first === undefined) continue;
    total += 1;
    if (second === undefined && !readAloneBy.has(first)) readAloneBy.set(first, text);
    if (second !== undefined && severalDays === null) {
      several ??= text;
      if (new Set(readable.map((format) => dayOf(written, format))).size > 1) severalDays = text;
    }
    for (const format of FORMATS) {
      if (readable.includes(format)) reads.set(format, (reads.get(format) ?? 0) + 1);
      else if (!ruledOutBy.has(format)) ruledOutBy.set(format, text);
    }
  }
  if (total === 0) return { kind: 'none-needed' };
  const count = (format: DateFormat) => reads.get(format) ?? 0;
  const all = FORMATS.filter((format) => count(format) === total);
  const [only, another] = all;
  if (only === undefined) {
    const some = FORMATS.filter((format) => count(format) > 0);
    return { kind: 'mixed', candidates: some.toSorted((a, b) => count(b) - count(a)) };
  }
  if (another !== undefined) return { kind: 'open', candidates: all, by: evidence(severalDays ?? several) };
  const rival = only === 'month-day-year' ? 'day-month-year' : 'month-day-year';
  return { kind: 'proved', format: only, by: evidence(readAloneBy.get(only) ?? ruledOutBy.get(rival)) };
}

/** The text that shows an order. @throws RangeError without one: no order is found without a text. */
function evidence(text: string | null | undefined): string {
  if (text === null || text === undefined) throw new RangeError('an order was found without a text');
  return text;
}

function dayOf(written: WrittenDate, format: DateFormat): Day | null {
  switch (written.kind) {
    case 'plain':
      return makeDay(written.year, written.month, written.day);
    case 'serial':
      return dayOfSerial(written.serial, 1900)?.day ?? null;
    case 'numbers': {
      const [a, b, c] = written.numbers;
      if (format === 'day-month-year') return makeDay(wholeYear(c), Number(b), Number(a));
      if (format === 'month-day-year') return makeDay(wholeYear(c), Number(a), Number(b));
      // Four digits behind are the year: 31/01/2027 cannot have its year in front.
      return c.length > 2 || a.length !== 2 ? null : makeDay(wholeYear(a), Number(b), Number(c));
    }
    default:
      return assertNever(written);
  }
}
