declare const dayBrand: unique symbol;

/**
 * A calendar day as `YYYY-MM-DD`, which is also what the platform takes (docs/platform.md, Write). Never a `Date`: a day has
 * no time zone, and strings of this form sort as the days do.
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
const OFFSET = /^[T ](\d{2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)? ?([+-])(\d{2}):?(\d{2})?$/;

/**
 * The day of a wire value: a day or a full timestamp (docs/platform.md: "dates a day or a full timestamp"; days are UTC). The
 * date part of a timestamp in UTC, or of one that names no zone, is the day; one with an offset is on the day that it is
 * then in UTC. Null when the text is neither.
 */
export function dayOfTimestamp(text: string): Day | null {
  const match = ISO_DAY.exec(text);
  if (!match) return null;
  const rest = text.slice(10);
  if (rest !== '' && !/^[T ]/.test(rest)) return null;
  const day = makeDay(Number(match[1]), Number(match[2]), Number(match[3]));
  const offset = OFFSET.exec(rest);
  return day === null || offset === null ? day : dayInUtc(day, offset);
}

/** The day in UTC of a moment that is on `day` where its clock hangs. */
function dayInUtc(day: Day, [, hour, minute, sign, hours, minutes = '00']: RegExpExecArray): Day | null {
  const { year, month, day: date } = partsOfDay(day);
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  // `setUTCFullYear`, as the years below 100 are others to `Date.UTC`.
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, date);
  moment.setUTCHours(Number(hour), Number(minute) - offset);
  return makeDay(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate());
}

/** Year, month and day of a Day, as numbers. */
export function partsOfDay(day: Day): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** The day on which a moment falls in UTC, as the platform counts days. `milliseconds` since 1970. */
export function dayOfMoment(milliseconds: number): Day {
  return new Date(milliseconds).toISOString().slice(0, 10) as Day;
}
