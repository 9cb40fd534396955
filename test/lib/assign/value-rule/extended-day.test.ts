import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExtendRule } from '../../../../lib/assign/choice/value-rule';
import { dayLater, extendedDay, type ExtendBranch } from '../../../../lib/assign/value-rule/extended-day';
import { dayAfter, dayOfMoment, type Day } from '../../../../lib/credential/day';

/*
 * docs/product.md 2.3, value rules: 2 years from the expiry, or from today where it has lapsed.
 */

const TWO_YEARS: ExtendRule = {
  kind: 'extend',
  count: 2,
  unit: 'year',
  from: 'expiry',
  lapsed: 'from-today',
  without: 'keep',
  end: 'day',
  evenIfLong: false,
};

const TODAY = '2026-06-15';

/** [name, other choices than two years, present day, today, day, branch] */
type Case = readonly [string, Partial<ExtendRule>, string | null, string, string | null, ExtendBranch];

const CASES: readonly Case[] = [
  ['valid: from its expiry', {}, '2026-09-30', TODAY, '2028-09-30', 'from-expiry'],
  ['valid on its last day', {}, '2026-06-15', TODAY, '2028-06-15', 'from-expiry'],
  ['lapsed yesterday: from today', {}, '2026-06-14', TODAY, '2028-06-15', 'from-today-lapsed'],
  ['lapsed years ago', {}, '2019-12-31', TODAY, '2028-06-15', 'from-today-lapsed'],
  ['lapsed, and lapsed ones are kept', { lapsed: 'keep' }, '2026-06-14', TODAY, '2026-06-14', 'kept-lapsed'],
  ['no expiry never lapses', {}, null, TODAY, null, 'kept-without'],
  ['no expiry, one is asked for', { without: 'from-today' }, null, TODAY, '2028-06-15', 'from-today-without'],
  ['lasts two years already', {}, '2028-06-15', TODAY, '2028-06-15', 'kept-long'],
  ['lasts longer than two years', {}, '2031-01-01', TODAY, '2031-01-01', 'kept-long'],
  ['lasts a day less', {}, '2028-06-14', TODAY, '2030-06-14', 'from-expiry'],
  [
    'lasts longer, and is extended too',
    { evenIfLong: true },
    '2031-01-01',
    TODAY,
    '2033-01-01',
    'from-expiry',
  ],
  ['from today', { from: 'today' }, '2026-09-30', TODAY, '2028-06-15', 'from-today'],
  ['from today, never shorter', { from: 'today' }, '2028-06-16', TODAY, '2028-06-16', 'kept-shorter'],
  ['from today, the same', { from: 'today' }, '2028-06-15', TODAY, '2028-06-15', 'kept-long'],
  ['29 February, no leap year comes', { count: 1 }, '2028-02-29', '2028-02-01', '2029-02-28', 'from-expiry'],
  ['29 February to 29 February', { count: 4 }, '2024-02-29', '2024-02-01', '2028-02-29', 'from-expiry'],
  ['today is 29 February', { count: 1 }, '2020-01-01', '2028-02-29', '2029-02-28', 'from-today-lapsed'],
  ['28 February stays the 28th', { count: 1 }, '2027-02-28', TODAY, '2028-02-28', 'from-expiry'],
  [
    '31 January and a month',
    { count: 1, unit: 'month' },
    '2027-01-31',
    '2027-01-31',
    '2027-02-28',
    'from-expiry',
  ],
  [
    '31 January and a month, leap year',
    { count: 1, unit: 'month' },
    '2028-01-31',
    '2028-01-15',
    '2028-02-29',
    'from-expiry',
  ],
  ['31 August and 6 months', { count: 6, unit: 'month' }, '2026-08-31', TODAY, '2027-02-28', 'from-expiry'],
  [
    '30 June and a month: the 30th',
    { count: 1, unit: 'month' },
    '2026-06-30',
    TODAY,
    '2026-07-30',
    'from-expiry',
  ],
  [
    'over the end of the year',
    { count: 13, unit: 'month' },
    '2026-12-15',
    TODAY,
    '2028-01-15',
    'from-expiry',
  ],
  ['90 days', { count: 90, unit: 'day' }, '2026-07-01', TODAY, '2026-09-29', 'from-expiry'],
  [
    'days over 29 February',
    { count: 30, unit: 'day' },
    '2028-02-15',
    '2028-02-10',
    '2028-03-16',
    'from-expiry',
  ],
  ['to the end of the month', { end: 'month' }, '2026-09-03', TODAY, '2028-09-30', 'from-expiry'],
  ['to the end of February', { end: 'month' }, '2026-02-20', '2026-02-01', '2028-02-29', 'from-expiry'],
  ['to the end of the year', { end: 'year' }, '2026-09-03', TODAY, '2028-12-31', 'from-expiry'],
  ['end of the year, there already', { end: 'year' }, '2028-12-31', TODAY, '2028-12-31', 'kept-long'],
  [
    'end of the year, from today',
    { end: 'year', from: 'today' },
    '2029-01-01',
    TODAY,
    '2029-01-01',
    'kept-shorter',
  ],
  ['beyond the last year', { count: 100 }, '9950-01-01', '9949-01-01', '9950-01-01', 'kept-no-such-day'],
  ['9999 stands for never', {}, '9999-12-31', TODAY, '9999-12-31', 'kept-no-such-day'],
];

test.each(CASES)('%s', (_, choices, present, today, day, branch) => {
  const rule: ExtendRule = { ...TWO_YEARS, ...choices };
  expect(extendedDay(rule, present as Day | null, today as Day)).toEqual({ day, branch });
});

/** [moment in UTC, day of today, new day of one that expires on 2026-12-31] */
test.each([
  ['2026-12-31T23:59:59Z', '2027-12-31', 'from-expiry'],
  ['2027-01-01T00:00:00Z', '2028-01-01', 'from-today-lapsed'],
] as const)('a credential lapses at midnight of UTC: %s', (moment, day, branch) => {
  const today = dayOfMoment(Date.parse(moment));
  expect(extendedDay({ ...TWO_YEARS, count: 1 }, '2026-12-31' as Day, today)).toEqual({ day, branch });
});

const anyDay = fc
  .integer({ min: 0, max: 60_000 })
  .map((days) => dayAfter('1970-01-01' as Day, days))
  .filter((day) => day !== null);
const anyRule = fc.record<ExtendRule>({
  kind: fc.constant('extend'),
  count: fc.integer({ min: 1, max: 60 }),
  unit: fc.constantFrom('day', 'month', 'year'),
  from: fc.constantFrom('expiry', 'today'),
  lapsed: fc.constantFrom('from-today', 'keep'),
  without: fc.constantFrom('from-today', 'keep'),
  end: fc.constantFrom('day', 'month', 'year'),
  evenIfLong: fc.boolean(),
});

test('is never shorter than the present day, and never in the past', () => {
  fc.assert(
    fc.property(anyRule, anyDay, anyDay, (rule, present, today) => {
      const { day } = extendedDay(rule, present, today);
      expect(day !== null && day >= present).toBe(true);
      expect(day === present || (day !== null && day >= today)).toBe(true);
    }),
    { numRuns: 3_000, seed: 1 },
  );
});

test('the same twice on one day changes nothing', () => {
  fc.assert(
    fc.property(anyRule, fc.option(anyDay), anyDay, (rule, present, today) => {
      const once = extendedDay({ ...rule, evenIfLong: false }, present, today).day;
      expect(extendedDay({ ...rule, evenIfLong: false }, once, today).day).toBe(once);
    }),
    { numRuns: 3_000, seed: 2 },
  );
});

test('a later day is never extended to an earlier one than an earlier day is', () => {
  const valid = { ...TWO_YEARS, evenIfLong: true };
  fc.assert(
    fc.property(anyRule, anyDay, fc.integer({ min: 0, max: 800 }), (rule, day, more) => {
      const later = dayAfter(day, more) ?? day;
      const by = { ...valid, count: rule.count, unit: rule.unit, end: rule.end };
      const [one, other] = [extendedDay(by, day, day).day, extendedDay(by, later, day).day];
      expect(one !== null && other !== null && one <= other).toBe(true);
    }),
    { numRuns: 2_000, seed: 3 },
  );
});

test('a period of nothing is the day itself', () => {
  expect(dayLater('2026-06-15' as Day, 0, 'month')).toBe('2026-06-15');
});
