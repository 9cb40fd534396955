import { makeDay } from '../../credential/day';
import type { DateSystem } from '../number-format/serial-day';

/** Some programs write seconds with 17 digits and more, which round to the next minute. */
const TIME = /^T?(\d\d):(\d\d)(?::([0-5]\d(?:\.\d{1,40})?))?Z?$/;
const WRITTEN =
  /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::([0-5]\d(?:\.\d{1,40})?))?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * Serial number of a date cell (`t="d"`, ISO 8601). The written day is what Excel shows, so a time
 * zone does not move it. Null when it is no date, or has no number in the system.
 */
export function serialOfIso(text: string, system: DateSystem): number | null {
  const time = TIME.exec(text);
  if (time !== null) return fractionOf(Number(time[1]), Number(time[2]), Number(time[3] ?? 0));
  const match = WRITTEN.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const fraction = fractionOf(hours, minutes, seconds);
  if (makeDay(year, month, day) === null || fraction === null) return null;
  const since1970 = daysSince1970(year, month, day);
  if (system === 1904) return since1970 < -24_107 ? null : since1970 + 24_107 + fraction;
  // From 1 March 1900 on there is one more, for 29 February 1900, which never was.
  const count = since1970 + (since1970 >= -25_508 ? 25_569 : 25_568);
  return count < 1 ? null : count + fraction;
}

function fractionOf(hours: number, minutes: number, seconds: number): number | null {
  if (hours > 23 || minutes > 59) return null;
  return (hours * 3600 + minutes * 60 + seconds) / 86_400;
}

/** Days since 1970-01-01. Years begin in March, so that the leap day is the last day of a year. */
function daysSince1970(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    shifted * 365 +
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400) +
    ofYear -
    719_468
  );
}
