import { dayAfter, makeDay, partsOfDay, type Day } from '../../credential/day';
import { assertNever } from '../../assert-never';
import type { ExtendRule, PeriodUnit } from '../choice/value-rule';

/** How a rule extended a day, or why it kept it. */
export type ExtendBranch =
  | 'from-expiry'
  | 'from-today'
  | 'from-today-lapsed'
  | 'from-today-without'
  | 'kept-lapsed'
  | 'kept-without'
  | 'kept-long'
  | 'kept-shorter'
  | 'kept-no-such-day';

export interface ExtendedDay {
  /** The present day where it is kept. */
  readonly day: Day | null;
  readonly branch: ExtendBranch;
}

/**
 * Extends a day by a rule (docs/product.md 2.3). `present` null: there is none, it never lapses.
 * `today` is the day in UTC, as the platform counts. Never earlier than the present day; and a rule
 * without `evenIfLong` changes nothing when it is applied again on the same day.
 *
 * 2 years, today 2026-06-15. 2026-09-30 -> 2028-09-30: from the expiry. 2026-01-31 -> 2028-06-15:
 * lapsed, from today. 2028-09-30 stays: it lasts 2 years from today already.
 */
export function extendedDay(rule: ExtendRule, present: Day | null, today: Day): ExtendedDay {
  const kept = (branch: ExtendBranch): ExtendedDay => ({ day: present, branch });
  const fromToday = endOfPeriod(rule, today);
  const begun = beginning(rule, present, today);
  if (begun.day === null) return kept(begun.branch);
  const extended = endOfPeriod(rule, begun.day);
  if (extended === null || fromToday === null) return kept('kept-no-such-day');
  if (present === null) return { day: extended, branch: begun.branch };
  if (extended < present) return kept('kept-shorter');
  const lastsLong = present >= fromToday;
  if (rule.from === 'expiry' && lastsLong && !rule.evenIfLong) return kept('kept-long');
  return extended === present ? kept('kept-long') : { day: extended, branch: begun.branch };
}

/** The day on which the period begins; null where the rule keeps the credential as it is. */
function beginning(
  { from, lapsed, without }: ExtendRule,
  present: Day | null,
  today: Day,
): { readonly day: Day | null; readonly branch: ExtendBranch } {
  if (present === null)
    return without === 'keep'
      ? { day: null, branch: 'kept-without' }
      : { day: today, branch: 'from-today-without' };
  // On its last day it is still valid; from that day and from today are the same then.
  if (present < today)
    return lapsed === 'keep'
      ? { day: null, branch: 'kept-lapsed' }
      : { day: today, branch: 'from-today-lapsed' };
  return from === 'expiry' ? { day: present, branch: 'from-expiry' } : { day: today, branch: 'from-today' };
}

/** The last day of the period that begins on a day; null beyond the year 9999. */
function endOfPeriod({ count, unit, end }: ExtendRule, day: Day): Day | null {
  const last = dayLater(day, count, unit);
  if (last === null || end === 'day') return last;
  const { year, month } = partsOfDay(last);
  return end === 'year' ? makeDay(year, 12, 31) : lastOfMonth(year, month);
}

/**
 * The day so many days, months or years later. Where the month is shorter it is its last day:
 * 2028-02-29 and 1 year -> 2029-02-28, 2027-01-31 and 1 month -> 2027-02-28. Null beyond the year
 * 9999.
 */
export function dayLater(day: Day, count: number, unit: PeriodUnit): Day | null {
  switch (unit) {
    case 'day':
      return dayAfter(day, count);
    case 'month': {
      const { year, month, day: date } = partsOfDay(day);
      const months = year * 12 + month - 1 + count;
      return inMonth(Math.floor(months / 12), (months % 12) + 1, date);
    }
    case 'year': {
      const { year, month, day: date } = partsOfDay(day);
      return inMonth(year + count, month, date);
    }
    default:
      return assertNever(unit);
  }
}

/** A day of a month, or the last day of a month that has not as many. */
function inMonth(year: number, month: number, date: number): Day | null {
  return makeDay(year, month, date) ?? lastOfMonth(year, month);
}

function lastOfMonth(year: number, month: number): Day | null {
  return [31, 30, 29, 28].map((date) => makeDay(year, month, date)).find((day) => day !== null) ?? null;
}
