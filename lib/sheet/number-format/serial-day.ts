import { makeDay, type Day } from '../../credential/day';

/** Start of counting days. Excel for Windows counts from 1900, workbooks of old Macs from 1904. */
export type DateSystem = 1900 | 1904;

/** Difference between the serial numbers of a day in the two systems. */
export const DAYS_FROM_1900_TO_1904 = 1462;

const HALF_MILLISECOND = 0.5 / 86_400_000;

/** Serial 1 of the 1900 system and serial 0 of the 1904 system, as days since 1970-01-01. */
const FIRST_OF_1900 = -25_567;
const FIRST_OF_1904 = -24_107;

/**
 * Day of a serial number. It uses integers only: no `Date`, so no time zone.
 *
 * The 1900 system has a day that never was: 60 is "29 February 1900" -> null. So are 0 ("0 January
 * 1900", which an empty lookup gives), a time of day alone, a negative number, and days after 9999.
 * A number within half a millisecond of midnight is that midnight, as in Excel: sums of fractions
 * miss it slightly.
 */
export function dayOfSerial(serial: number, system: DateSystem): { day: Day; timeOfDay: boolean } | null {
  if (!Number.isFinite(serial)) return null;
  const nearest = Math.round(serial);
  const onMidnight = Math.abs(serial - nearest) < HALF_MILLISECOND;
  const whole = onMidnight ? nearest : Math.floor(serial);
  const since1970 = system === 1904 ? days1904(whole) : days1900(whole);
  if (since1970 === null) return null;
  const day = dayOfCount(since1970);
  return day === null ? null : { day, timeOfDay: !onMidnight };
}

function days1900(whole: number): number | null {
  if (whole < 1 || whole === 60 || whole > 2_958_465) return null;
  return FIRST_OF_1900 + (whole < 60 ? whole - 1 : whole - 2);
}

function days1904(whole: number): number | null {
  return whole < 0 || whole > 2_957_003 ? null : FIRST_OF_1904 + whole;
}

/**
 * Calendar day of a number of days since 1970-01-01. The Gregorian calendar repeats every 146,097
 * days (400 years).
 */
function dayOfCount(since1970: number): Day | null {
  // Days are counted from 1 March of the year 0, so that the leap day is the last day of a year.
  const count = since1970 + 719_468;
  const era = Math.floor(count / 146_097);
  const ofEra = count - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return makeDay(year, month, day);
}
