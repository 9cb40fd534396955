import { makeDay } from '../../credential/day';
import { DAYS_FROM_1900_TO_1904, type DateSystem } from '../number-format/serial-day';
import { serialOfDay } from '../number-format/serial-of-day';

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
  const written = makeDay(year, month, day);
  if (written === null || fraction === null) return null;
  const serial = serialOfDay(written);
  if (system === 1904)
    return serial < DAYS_FROM_1900_TO_1904 ? null : serial - DAYS_FROM_1900_TO_1904 + fraction;
  return serial < 1 ? null : serial + fraction;
}

function fractionOf(hours: number, minutes: number, seconds: number): number | null {
  if (hours > 23 || minutes > 59) return null;
  return (hours * 3600 + minutes * 60 + seconds) / 86_400;
}
