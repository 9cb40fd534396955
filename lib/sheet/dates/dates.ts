import { makeDay, type Day } from '../../credential/day';
import { assertNever } from '../../assert-never';
import type { DateFormat } from './date-format';
import { dayOfSerial } from '../number-format/serial-day';
import { parseWrittenDate, wholeYear, type WrittenDate } from './parse-written-date';

/** Evidence of a column of written dates for the order of their numbers. */
export type DateFormatEvidence =
  /**
   * No date needs an order: there are only month names, years in front, serial numbers, or no
   * dates.
   */
  | { readonly kind: 'none-needed' }
  /**
   * Exactly one order reads them all, at least `PROOF` of the rows and two of them need it, and so
   * do the dates with each separator. `by` is a text of the column that no other order reads. One
   * row is enough where no other one would be another day in another order.
   */
  | { readonly kind: 'proved'; readonly format: DateFormat; readonly by: string }
  /**
   * Exactly one order reads them all, but fewer rows need it: `by` may be mistyped. 01/06/2027,
   * 01/07/2027 to 01/12/2027, and one 01/13/2027; or 01/06/2027 and 13/09/2027 alone. Or the dates
   * with one separator leave it open: 31.01.2027 beside 02/01/2027.
   */
  | { readonly kind: 'hinted'; readonly format: DateFormat; readonly by: string }
  /**
   * Several orders read them all. `by` is a text with several readings, of different days where
   * there is one: 01/02/2027.
   */
  | { readonly kind: 'open'; readonly candidates: readonly DateFormat[]; readonly by: string }
  /**
   * No order reads them all: 31/01/2027 beside 01/31/2027. The order that reads most comes first.
   */
  | { readonly kind: 'mixed'; readonly candidates: readonly DateFormat[] };

/**
 * Least share of the rows that rule out each other order. Of honest days three in five are behind
 * the 12th: that only one in five is happens by chance in one column of a thousand, unless it holds
 * firsts of a month.
 */
const PROOF = 0.2;
/** Least rows that do. One in a short column may be mistyped as well as one in a long one. */
const PROOF_ROWS = 2;
/** Sign between the first two numbers. */
const SEPARATOR = /\d\s*([-/.]|\s)/;
const FORMATS: readonly DateFormat[] = ['day-month-year', 'month-day-year', 'year-month-day'];

/**
 * Day of a written date. Null when it is no date, or not a real one (31 Feb). `format` is the order
 * of the whole column (docs/product.md 2.3). It is ignored where the text has a month name, a year
 * in front, or is a serial number. Years of two digits: see `wholeYear`.
 */
export function readWrittenDay(text: string, format: DateFormat): Day | null {
  const written = parseWrittenDate(text);
  return written === null ? null : dayOf(written, format);
}

/**
 * Finds the order of day, month and year from all texts of a column. A text that an order cannot
 * read as a real day rules that order out. A text that no order can read is an error of its row and
 * proves nothing. `rowsWith`: how many rows have a text.
 */
export function findDateFormat(
  texts: Iterable<string>,
  rowsWith: (text: string) => number = () => 1,
): DateFormatEvidence {
  const reads = new Map<DateFormat, number>(FORMATS.map((format) => [format, 0]));
  const bySeparator = new Map<string, { formats: readonly DateFormat[]; hasSeveralDays: boolean }>();
  const ruledOutBy = new Map<DateFormat, string>();
  const readAloneBy = new Map<DateFormat, string>();
  let severalDays: string | null = null;
  let several: string | null = null;
  let total = 0;
  let open = 0;
  for (const text of texts) {
    const written = parseWrittenDate(text);
    if (written?.kind !== 'numbers') continue;
    const readable = FORMATS.filter((format) => dayOf(written, format) !== null);
    const [first, second] = readable;
    if (first === undefined) continue;
    const rows = rowsWith(text);
    total += rows;
    const hasSeveralDays = new Set(readable.map((format) => dayOf(written, format))).size > 1;
    const separator = SEPARATOR.exec(text)?.[1] ?? '';
    const before = bySeparator.get(separator) ?? { formats: readable, hasSeveralDays: false };
    bySeparator.set(separator, {
      formats: before.formats.filter((format) => readable.includes(format)),
      hasSeveralDays: before.hasSeveralDays || hasSeveralDays,
    });
    if (hasSeveralDays) open += rows;
    if (second === undefined && !readAloneBy.has(first)) readAloneBy.set(first, text);
    if (second !== undefined && severalDays === null) {
      several ??= text;
      if (hasSeveralDays) severalDays = text;
    }
    for (const format of FORMATS) {
      if (readable.includes(format)) reads.set(format, (reads.get(format) ?? 0) + rows);
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
  const by = evidence(readAloneBy.get(only) ?? ruledOutBy.get(rival));
  const fewest = open === 0 ? 1 : Math.max(PROOF_ROWS, total * PROOF);
  const isProved =
    FORMATS.every((format) => format === only || total - count(format) >= fewest) &&
    // Two people write with two separators: 31.01.2027 says nothing of 02/01/2027.
    [...bySeparator.values()].every(({ formats, hasSeveralDays }) => formats.length === 1 || !hasSeveralDays);
  return { kind: isProved ? 'proved' : 'hinted', format: only, by };
}

/**
 * Text that shows an order.
 * @throws RangeError without one: every order is found by a text.
 */
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
      // A last number of four digits is the year: 31/01/2027 cannot begin with it.
      return c.length > 2 || a.length !== 2 ? null : makeDay(wholeYear(a), Number(b), Number(c));
    }
    default:
      return assertNever(written);
  }
}
