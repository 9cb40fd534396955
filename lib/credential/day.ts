declare const dayBrand: unique symbol;

/**
 * A calendar day as `YYYY-MM-DD`, which is also what the platform takes (docs/platform.md, Write).
 * Never a `Date`: a day has no time zone, and strings of this form sort as the days do.
 */
export type Day = string & { readonly [dayBrand]: true };

/** How many days the month has. `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day, or null when there is no such day (31 February, month 13, a year outside 1 to 9999). */
export function makeDay(year: number, month: number, day: number): Day | null {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!whole || year < 1 || year > 9999 || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as Day;
}

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})/;
/** A time of day with its distance from UTC: "T23:30:00.000+02:00", " 23:30 -0500". */
const OFFSET = /^[T ](\d{2}):(\d{2})(?::(\d{2}(?:[.,]\d+)?))? ?([+-])(\d{2}):?(\d{2})?$/;
/**
 * The zone of a day that has no time, as XML Schema writes it: "2027-01-31Z", "2027-01-31+01:00".
 */
const ZONE_OF_DAY = /^(?:z|[+-]\d{2}:?\d{2}|\s*(?:utc|gmt)?)$/i;
/** The beginning of a time of day behind a day. Other words make it another text. */
const TIME_BEHIND = /^(?:T\d{2}| (?:at )?\d{1,2}:\d{2})/;

/**
 * The day of a wire value: a day or a full timestamp (docs/platform.md: "dates a day or a full
 * timestamp"; days are UTC). Null when the text is neither.
 *
 * The date part is the day, with one exception: a moment that is midnight in UTC, written in the
 * clock of another place, is that day in UTC. Cells of a sheet are read by the same rule, so that
 * an export of such values changes nothing.
 *
 * "2027-01-31T00:00:00+01:00" -> 31 January: midnight where it was written.
 * "2027-01-30T19:00:00-05:00" -> 31 January: midnight in UTC. "2027-01-31T23:59:59-05:00" -> 31
 * January. "2027-01-31 to 2027-02-03" -> null: a custom date may hold any text.
 */
export function dayOfTimestamp(text: string): Day | null {
  const match = ISO_DAY.exec(text);
  if (!match) return null;
  const rest = text.slice(10);
  if (!TIME_BEHIND.test(rest) && !ZONE_OF_DAY.test(rest)) return null;
  const day = makeDay(Number(match[1]), Number(match[2]), Number(match[3]));
  const offset = OFFSET.exec(rest);
  return day === null || offset === null ? day : dayOfMidnight(day, offset);
}

/** The day that begins in UTC at this moment; the written one where none does. */
function dayOfMidnight(
  day: Day,
  [, hour, minute, seconds = '0', sign, hours, minutes = '00']: RegExpExecArray,
): Day | null {
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const minuteInUtc = Number(hour) * 60 + Number(minute) - offset;
  const isMidnight = minuteInUtc % MINUTES_OF_DAY === 0 && Number(seconds.replace(',', '.')) === 0;
  return isMidnight ? dayAfter(day, minuteInUtc / MINUTES_OF_DAY) : day;
}

const MINUTES_OF_DAY = 24 * 60;
const MILLISECONDS_OF_DAY = MINUTES_OF_DAY * 60_000;

/** The day that is so many days later; null beyond the years 1 to 9999. `days` may be negative. */
export function dayAfter(day: Day, days: number): Day | null {
  const moment = new Date(daysSince1970(day) * MILLISECONDS_OF_DAY);
  moment.setUTCDate(moment.getUTCDate() + days);
  return makeDay(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate());
}

/**
 * How many days a day is after 1970-01-01; negative before it. Whole numbers alone, as 100,000 days
 * are counted in a review: years begin in March, so that the leap day is the last day of a year.
 */
export function daysSince1970(day: Day): number {
  const { year, month, day: date } = partsOfDay(day);
  const [fromMarch, yearFromMarch] = month > 2 ? [month - 3, year] : [month + 9, year - 1];
  const leapDays =
    Math.floor(yearFromMarch / 4) - Math.floor(yearFromMarch / 100) + Math.floor(yearFromMarch / 400);
  const dayOfYear = Math.floor((153 * fromMarch + 2) / 5) + date - 1;
  return yearFromMarch * 365 + leapDays + dayOfYear - DAYS_TO_1970;
}

/** Days from 0000-03-01 to 1970-01-01. */
const DAYS_TO_1970 = 719_468;

/** Year, month and day of a Day, as numbers. */
export function partsOfDay(day: Day): { year: number; month: number; day: number } {
  return { year: numberIn(day, 0, 4), month: numberIn(day, 5, 7), day: numberIn(day, 8, 10) };
}

/**
 * Number in the digits from one place up to another. Nothing is allocated: a review reads 100,000
 * days.
 */
function numberIn(day: Day, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) number = number * 10 + day.charCodeAt(at) - 48;
  return number;
}

/**
 * The day on which a moment falls in UTC, as the platform counts days. `milliseconds` since 1970.
 */
export function dayOfMoment(milliseconds: number): Day {
  return new Date(milliseconds).toISOString().slice(0, 10) as Day;
}
