import type { AttributeId } from '../../credential/attribute';
import { dayAfter, makeDay, partsOfDay, type Day } from '../../credential/day';
import type { LikelyDays } from '../terms/likely-days';
import type { AssignedColumn } from './sheet-columns';

/** Years from today. Nobody alive was born before. */
const OLDEST = -120;
/** Years from today. No paper that is still reissued is older, nor does one expire before. */
const OLDEST_PAPER = -60;
/** Years from today. 2099 stands for "never" in some sheets; 2207, 2570 and 9999 are beyond. */
const LAST_EXPIRY = 75;
/**
 * Years from today for an account's own date, of which nothing is known: a birthday in '48 is
 * beyond.
 */
const LAST_CUSTOM = 20;
/** Words and their stems for a birthday in the headers of people's sheets. */
const BIRTHDAY =
  /\b(?:born\b|birth|d\.?o\.?b\b|geb\b)|geburt|naissance|né\(?e?\)? le|nacimiento|nascimento|nascita|geboorte|fødsel|född|födelse|syntymä|urodz|naroz|naroden|született|születés|naștere|рожд|народж|doğum|lahir|ngày sinh|生年月日|生日|出生|생년월일|الميلاد|γέννηση|วันเกิด/iu;

/**
 * The days that are likely for each attribute of days. `headers`: the header of each column, which
 * tells a birthday where the name of the attribute does not.
 */
export function likelyDays(
  columns: readonly AssignedColumn[],
  headers: ReadonlyMap<number, string>,
  today: Day,
): ReadonlyMap<AttributeId, LikelyDays> {
  const firstOf = ({ attribute }: AssignedColumn): Day =>
    yearsFrom(today, attribute.custom === null ? OLDEST_PAPER : OLDEST);
  const lastOf = ({ attribute, column }: AssignedColumn): Day => {
    // Days are UTC, and it may be tomorrow already where the admin is.
    if (attribute.id === 'issue-date') return dayAfter(today, 1) ?? today;
    if (attribute.custom === null) return yearsFrom(today, LAST_EXPIRY);
    const isBirthday = BIRTHDAY.test(`${attribute.label}\n${headers.get(column) ?? ''}`);
    return isBirthday ? today : yearsFrom(today, LAST_CUSTOM);
  };
  return new Map(
    columns
      .filter(({ attribute }) => attribute.kind === 'day')
      .map((column) => [column.attribute.id, { first: firstOf(column), last: lastOf(column) }]),
  );
}

/** The same day of another year; 29 February becomes the 28th. */
function yearsFrom(day: Day, years: number): Day {
  const { year, month, day: date } = partsOfDay(day);
  return makeDay(year + years, month, date) ?? makeDay(year + years, month, 28) ?? day;
}
