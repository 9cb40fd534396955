import { expect, test } from 'vitest';
import {
  dayAfter,
  dayOfMoment,
  dayOfTimestamp,
  daysInMonth,
  daysSince1970,
  makeDay,
  partsOfDay,
  type Day,
} from '../../../lib/credential/day';

/**
 * docs/platform.md: "dates a day or a full timestamp", and days are UTC. Of a timestamp with an
 * offset the written day counts, unless it is midnight in UTC.
 */
test.each<[string, string | null]>([
  ['2026-11-22', '2026-11-22'],
  ['2026-11-22T00:00:00.000Z', '2026-11-22'],
  ['2026-11-22T23:59:59Z', '2026-11-22'],
  ['2026-11-22 23:59:59 UTC', '2026-11-22'],
  ['2026-11-22T23:59:59', '2026-11-22'],
  ['2026-11-22T00:00:00+00:00', '2026-11-22'],
  ['2026-11-22T23:30:00-00:30', '2026-11-23'],
  ['2026-11-22T00:00:00.000+02:00', '2026-11-22'],
  ['2026-11-22T01:59:59+02:00', '2026-11-22'],
  ['2026-11-22T02:00:00+02:00', '2026-11-22'],
  ['2026-11-22T20:00:00-05:00', '2026-11-22'],
  ['2026-11-22 18:59 -0500', '2026-11-22'],
  ['2026-11-22T19:00-05', '2026-11-23'],
  ['2026-12-31T22:00:00-02:00', '2027-01-01'],
  ['2024-03-01T00:00:00+05:30', '2024-03-01'],
  ['0099-01-01T12:00:00+01:00', '0099-01-01'],
  ['0001-01-01T00:00:00+01:00', '0001-01-01'],
  ['9999-12-31T19:00:00-05:00', null],
  ['2026-11-22T23:59:59-05:00', '2026-11-22'],
  ['2026-11-21T19:00:00.000-05:00', '2026-11-22'],
  ['2026-11-21T19:00:00.500-05:00', '2026-11-21'],
  ['2026-11-22Z', '2026-11-22'],
  ['2026-11-22+01:00', '2026-11-22'],
  ['2026-11-22T22:00:00+02:00', '2026-11-22'],
  ['2026-11-22 at 22:00-02:00', '2026-11-22'],
  ['2026-11-22T22:00-02:00 (night)', '2026-11-22'],
  ['2026-11-21T19:00:00,000-05:00', '2026-11-22'],
  ['2026-11-21T19:00:00,500-05:00', '2026-11-21'],
  ['2026-11-22z', '2026-11-22'],
  ['2026-11-22+0100', '2026-11-22'],
  ['2026-11-22 UTC', '2026-11-22'],
  ['2026-11-22 ', '2026-11-22'],
  ['2026-11-22 9:05', '2026-11-22'],
  ['2026-11-22 to 2026-11-25', null],
  ['2026-11-22 2026-11-25', null],
  ['2026-11-22 (provisional)', null],
  ['2026-11-22 or later', null],
  ['2026-11-22Tuesday', null],
  ['2026-11-22Zulu', null],
  ['2026-11-22xZ', null],
  ['2026-11-22x 10:00', null],
  ['Valid from 2026-11-22', null],
  ['2026-02-31T22:00:00-02:00', null],
  ['2026-02-31', null],
  ['2026-11-22x', null],
  ['22/11/2026', null],
  ['', null],
])('%j is the day %s', (text, day) => {
  expect(dayOfTimestamp(text)).toBe(day);
});

test.each([
  ['31 January', 2026, 1, 31, '2026-01-31'],
  ['28 February', 2026, 2, 28, '2026-02-28'],
  ['29 February of a leap year', 2024, 2, 29, '2024-02-29'],
  ['29 February of no leap year', 2026, 2, 29, null],
  ['29 February of a century', 1900, 2, 29, null],
  ['29 February of a fourth century', 2000, 2, 29, '2000-02-29'],
  ['30 April', 2026, 4, 30, '2026-04-30'],
  ['31 April', 2026, 4, 31, null],
  ['31 June', 2026, 6, 31, null],
  ['31 September', 2026, 9, 31, null],
  ['31 November', 2026, 11, 31, null],
  ['31 December', 2026, 12, 31, '2026-12-31'],
  ['32 December', 2026, 12, 32, null],
  ['day 0', 2026, 1, 0, null],
  ['month 0', 2026, 0, 1, null],
  ['month 13', 2026, 13, 1, null],
  ['the first day', 1, 1, 1, '0001-01-01'],
  ['the day before it', 0, 12, 31, null],
  ['the last day', 9999, 12, 31, '9999-12-31'],
  ['the day after it', 10_000, 1, 1, null],
  ['half a year', 2026.5, 1, 1, null],
  ['half a month', 2026, 1.5, 1, null],
  ['half a day', 2026, 1, 1.5, null],
  ['no number', 2026, Number.NaN, 1, null],
])('%s', (_name, year, month, day, expected) => {
  expect(makeDay(year, month, day)).toBe(expected);
});

test('the days of each month', () => {
  const of = (year: number) => Array.from({ length: 12 }, (_, month) => daysInMonth(year, month + 1));
  expect(of(2026)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  expect(of(2028)[1]).toBe(29);
});

test.each([
  ['1970-01-01', 0],
  ['1969-12-31', -1],
  ['1971-01-01', 365],
  ['2000-03-01', 11_017],
  ['0099-01-01', -683_368],
  ['0001-01-01', -719_162],
] as const)('%s is day %i', (day, days) => {
  expect(daysSince1970(day as Day)).toBe(days);
  expect(dayAfter('1970-01-01' as Day, days)).toBe(day);
});

test.each([
  ['2026-02-28', 1, '2026-03-01'],
  ['2024-03-01', -1, '2024-02-29'],
  ['2026-06-15', 0, '2026-06-15'],
  ['2026-12-31', 366, '2028-01-01'],
  ['0001-01-01', -1, null],
  ['9999-12-31', 1, null],
] as const)('%s and %i days', (day, days, expected) => {
  expect(dayAfter(day as Day, days)).toBe(expected);
});

test('the parts of a day, and the day of a moment', () => {
  expect(partsOfDay('0987-06-05' as Day)).toEqual({ year: 987, month: 6, day: 5 });
  expect(dayOfMoment(0)).toBe('1970-01-01');
  expect(dayOfMoment(-1)).toBe('1969-12-31');
  expect(dayOfMoment(Date.UTC(2026, 10, 22, 23, 59, 59, 999))).toBe('2026-11-22');
});
