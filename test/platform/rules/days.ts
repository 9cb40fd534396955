const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const BRITISH_DAY = /^(\d{2})\/(\d{2})\/(\d{4})$/;

/** Is this a day of the calendar, written YYYY-MM-DD? */
export function isDay(text: string): boolean {
  if (!ISO_DAY.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  // Date rolls the 31st of February over into March; only a day that exists comes back as itself.
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text;
}

/**
 * A day that a client sent, as YYYY-MM-DD, or null when it is none. DD/MM/YYYY is taken too, and
 * deprecated; nothing else is (docs/platform.md, Write (D)).
 */
export function readDay(text: string): string | null {
  const [, date, month, year] = BRITISH_DAY.exec(text) ?? [];
  const day = year === undefined ? text : `${year}-${month ?? ''}-${date ?? ''}`;
  return isDay(day) ? day : null;
}

/** The day of a moment. Days are UTC (docs/platform.md, Write (D)). */
export const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** The day so many days later, or earlier when negative. */
export const addDays = (day: string, days: number): string =>
  dayOf(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000);
