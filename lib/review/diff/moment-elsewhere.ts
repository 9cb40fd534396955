import { textOf, type Cell } from '../../sheet/cells/sheet';
import type { ShiftByTime } from './day-shift';

/** A time in universal time behind a day: "T23:00:00.000Z", " 23:00 UTC", " 11:00 PM GMT+0000". */
const TIME_IN_UTC =
  /(?:T(?=\d{6}Z$)|[T ,](?=\d{1,2}:))(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s?([ap]m)?\s?(?:Z|(?:UTC|GMT)?[+-]00(?::?00)?|UTC|GMT)(?: ?\([^()]*\)|\[[^[\]]*\])?$/i;
/** A time of day without a zone, as a workbook shows it. */
const SHOWN_TIME = /\s(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]0{1,9})?)?\s?([ap]m)?$/i;
/** The longest text that is read as a date. */
const LONGEST = 120;

/**
 * Times at which a day begins in Europe, Africa, Iran, India or Nepal, in minutes of the day in
 * universal time: 21:00 to 23:00, 18:15, 18:30, 19:30, 20:30.
 */
const MIDNIGHTS_ELSEWHERE = new Set([
  21 * 60,
  22 * 60,
  23 * 60,
  18 * 60 + 15,
  18 * 60 + 30,
  19 * 60 + 30,
  20 * 60 + 30,
]);

/** The first hour at which days begin in a place where people live: summer in New Zealand. */
const EARLIEST = 11 * 60;

/**
 * Tells what the time in a text shows about its day. Null without a time in universal time, and at
 * midnight. Without a zone, 22:00 and 23:00 may show something as well, if all cells have them.
 *
 * "2028-01-14T23:00Z" -> midnight-elsewhere: the day is one day early, whatever the present one is.
 * "2028-01-14T14:00Z" -> hour-elsewhere: midnight in Sydney, where the whole column says so.
 * "2028-01-14T23:59:59Z", "2028-01-14T09:00Z" -> moment: a real time of day.
 */
export function shiftByTime(text: string): ShiftByTime | null {
  const minute = minuteIn(TIME_IN_UTC, text);
  if (minute === null) return isShownMidnight(minuteIn(SHOWN_TIME, text)) ? 'hour-elsewhere' : null;
  if (minute === 0) return null;
  if (MIDNIGHTS_ELSEWHERE.has(minute)) return 'midnight-elsewhere';
  return minute % 60 === 0 && minute >= EARLIEST ? 'hour-elsewhere' : 'moment';
}

/**
 * The whole hour in universal time at which the days of a place begin, 11 to 23, that a cell may
 * have; null for every other cell. A cell that the file types as a date has no zone: 22:00 and
 * 23:00 alone are hours that programs leave in it, 14:00 is one of a meeting.
 */
export function midnightHourOf(cell: Cell): number | null {
  const minute = minuteIn(TIME_IN_UTC, textOf(cell));
  if (minute !== null) return minute % 60 === 0 && minute >= EARLIEST ? minute / 60 : null;
  const shown = cell.kind === 'day' && cell.timeOfDay ? minuteIn(SHOWN_TIME, cell.text) : null;
  return isShownMidnight(shown) ? shown / 60 : null;
}

function isShownMidnight(minute: number | null): minute is number {
  return minute === 22 * 60 || minute === 23 * 60;
}

/** Minutes since midnight, with a fraction for the seconds; null without a time. */
function minuteIn(pattern: RegExp, text: string): number | null {
  // Most cells have a day alone.
  if (text.length <= 10 || text.length > LONGEST) return null;
  const [, hour, minutes, seconds = '0', half] = pattern.exec(text) ?? [];
  if (hour === undefined) return null;
  const inHalf =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return inHalf * 60 + Number(minutes) + Number(seconds) / 60;
}
