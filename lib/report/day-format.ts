import { partsOfDay, type Day } from '../credential/day';

/** The format of a day whose own one is not known. */
export const ISO_DAY_FORMAT = 'yyyy-mm-dd';

/** A day as a spreadsheet shows it: the code of its number format, and its time of day. */
export interface DayFormat {
  readonly format: string;
  /** Seconds since midnight, as far as they are shown. */
  readonly seconds: number;
}

const TIME = /(\d{1,2}):(\d{2})(?::(\d{2}))?( ?[AP]M)?$/i;
const TOKEN = /\d+|\p{L}+|[^\d\p{L}]+/gu;
const MONTHS = 'January February March April May June July August September October November December';
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday';

/**
 * The number format that shows a day as this text, because a cell does not have its own any more:
 * the caller shows the day by it and compares. The ISO format where a part of the text is none of
 * the day's (an era, a month in another language): a word in the format would stay when somebody
 * changes the day.
 *
 * Examples, of 2027-01-31: "31.01.2027" -> dd.mm.yyyy · "1/31/27 14:05" -> m/d/yy hh:mm with 50,700
 * seconds · "31 Jan 2027" -> d mmm yyyy · "31 janvier 2027" -> yyyy-mm-dd.
 */
export function dayFormatOf(text: string, day: Day): DayFormat {
  const time = TIME.exec(text);
  const dayText = time === null ? text : text.slice(0, time.index);
  const ofDay = codesOf(dayText.match(TOKEN) ?? [], day); // "": no token
  return time === null ? { format: ofDay ?? ISO_DAY_FORMAT, seconds: 0 } : withTime(ofDay, time);
}

function codesOf(tokens: readonly string[], day: Day): string | null {
  const { year, month, day: ofMonth } = partsOfDay(day);
  /** Numbers that are still to be found in the text: the same one may be day, month and year. */
  const open = new Map([
    ['d', ofMonth],
    ['m', month],
    ['y', year],
  ]);
  const codes = tokens.map((token) => {
    if (/^\d/.test(token)) {
      if (token.length > 4 || token.length === 3) return null;
      const isYear = token.length === 4;
      for (const [part, number] of open) {
        if (isYear !== (part === 'y') && (isYear || token.length === 1)) continue;
        if (Number(token) !== (part === 'y' && !isYear ? number % 100 : number)) continue;
        open.delete(part);
        return part.repeat(token.length);
      }
      return null;
    }
    return wordOrSigns(token, month);
  });
  return codes.length === 0 || codes.includes(null) ? null : codes.join('');
}

function wordOrSigns(token: string, month: number): string | null {
  if (!/^\p{L}/u.test(token)) return token.replace(/[^ ./,-]/g, String.raw`\$&`);
  // East Asian words for year, month and day: the numbers are beside them.
  if (/^[年月日년월일]$/.test(token)) return `"${token}"`;
  const name = MONTHS.split(' ')[month - 1] ?? '';
  if (token === name.slice(0, 3)) return 'mmm';
  if (token === name) return 'mmmm';
  const weekday = WEEKDAYS.split(' ').find((one) => token === one || token === one.slice(0, 3));
  if (weekday === undefined) return null;
  return token.length === 3 ? 'ddd' : 'dddd';
}

function withTime(ofDay: string | null, [, hour = '', minute, second, half]: RegExpExecArray): DayFormat {
  const isAfternoon = /p/i.test(half ?? ''); // a clock of 24 hours has none
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  const seconds = (hours * 60 + Number(minute)) * 60 + Number(second ?? 0); // not shown: none
  if (ofDay === null) return { format: `${ISO_DAY_FORMAT} hh:mm:ss`, seconds };
  const shownSeconds = second === undefined ? '' : ':ss';
  const shownHalf = half === undefined ? '' : half.replace(/[ap]m/i, 'AM/PM');
  return { format: `${ofDay}${hour.length === 2 ? 'hh' : 'h'}:mm${shownSeconds}${shownHalf}`, seconds };
}
