import { describe, expect, test } from 'vitest';
import type { Day } from '../../../../lib/credential/day';
import { dayAfter } from '../../../../lib/credential/day';
import { decide, type Reviewed } from '../../../../lib/review/reviewed';
import { exchanged } from '../../../../lib/review/diff/day-shift';
import type { MendableCode } from '../../../../lib/review/terms/finding';
import { summarise } from '../../../../lib/review/view/summarise';
import { credentialOf } from '../../../fakes/credential';
import { describeAll, findingLines, reviewedOf, reviewOf, type WrittenReview } from '../../../fakes/review';
import { dayCell, type WrittenCell } from '../../../fakes/table';

/** Present days, none of which is the same with day and month exchanged. */
const PRESENT = ['2027-02-05', '2027-04-03', '2028-06-07', '2028-09-01', '2029-11-10', '2029-08-12'] as Day[];
const credentials = PRESENT.map((expiredOn, at) => credentialOf({ id: `${at + 1}`, expiredOn }));
const MIRRORED = PRESENT.map((day) => exchanged(day) as Day);

const later = (days: number, of: readonly Day[] = PRESENT) => of.map((day) => dayAfter(day, days)!);
const sheet = (days: readonly WrittenCell[], more: Partial<WrittenReview> = {}): WrittenReview => ({
  columns: ['credential-id', 'expiry-date'],
  rows: days.map((day, at) => [`${at + 1}`, day]),
  credentials,
  ...more,
});
const CODES: readonly string[] = [
  'days-off-by-a-day',
  'days-exchanged',
  'days-from-1904',
] satisfies MendableCode[];
/** Rows of such a finding: "days-off-by-a-day 2 3 4". */
const said = (written: WrittenReview) => {
  const lines = findingLines(reviewOf(written).described).map((line) => line.split(' '));
  return CODES.flatMap((code) => {
    const rows = lines.filter(([, of]) => of === code).map(([row]) => row);
    return rows.length === 0 ? [] : [[code, ...rows].join(' ')];
  });
};

/** [name, days of the sheet, what is said] */
describe('days that are all off by the same distance', () => {
  test.each<[string, readonly WrittenCell[], string | null]>([
    ['a day early', later(-1), 'days-off-by-a-day 2 3 4 5 6 7'],
    ['a day late', later(1), 'days-off-by-a-day 2 3 4 5 6 7'],
    ['a day early in three rows', later(-1).slice(0, 3), 'days-off-by-a-day 2 3 4'],
    [
      'midnight of Berlin in universal time',
      later(-1).map((day) => `${day}T23:00:00.000Z`),
      'days-off-by-a-day 2 3 4 5 6 7',
    ],
    [
      'midnight of London: only summer is off',
      PRESENT.map((day, at) => (at === 0 ? `${day}T00:00:00Z` : `${dayAfter(day, -1)}T23:00:00Z`)),
      'days-off-by-a-day 3 4 5 6 7',
    ],
    ['one row, with the time that came with it', ['2027-02-04T23:00:00.000Z'], 'days-off-by-a-day 2'],
    [
      'two rows, with the time in the cell itself',
      later(-1)
        .slice(0, 2)
        .map((day) => ({ ...dayCell(day), timeOfDay: true }) as WrittenCell),
      'days-off-by-a-day 2 3',
    ],
    [
      'two corrections among them',
      [...later(-1).slice(0, 4), '2031-05-05', '2031-05-06'],
      'days-off-by-a-day 2 3 4 5',
    ],
    [
      'renewals by a year, at midnight of Berlin in universal time',
      ['2028-02-04T23:00:00.000Z', '2028-04-02T22:00:00.000Z', '2029-06-06T22:00:00+00:00', '2030-01-01'],
      'days-off-by-a-day 2 3 4',
    ],
    ['one renewal, at midnight of Delhi', ['2028-02-04T18:30:00Z'], 'days-off-by-a-day 2'],
    ['renewals to the end of the day', PRESENT.map((_, at) => `203${at}-02-04T23:59:59Z`), null],
    ['renewals at noon of New York', PRESENT.map((_, at) => `203${at}-02-04T17:00:00Z`), null],
    ['renewals at midnight', PRESENT.map((_, at) => `203${at}-02-04T00:00:00Z`), null],
    ['renewals in the evening, in no known zone', PRESENT.map((_, at) => `203${at}-02-04 22:00`), null],
    ['counted from 1904', later(-1462), 'days-from-1904 2 3 4 5 6 7'],
    ['counted from 1900', later(1462), 'days-from-1904 2 3 4 5 6 7'],
    ['day and month exchanged', MIRRORED.map((day) => dayCell(day)), 'days-exchanged 2 3 4 5 6 7'],
    ['day and month exchanged in three rows', MIRRORED.slice(0, 3), 'days-exchanged 2 3 4'],
    [
      'exchanged, but for those that a correction moved',
      [...MIRRORED.slice(0, 4), '2031-05-05'],
      'days-exchanged 2 3 4 5',
    ],

    ['nothing changes', PRESENT, null],
    ['a year later', PRESENT.map((day) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`), null],
    ['four years later', PRESENT.map((day) => `${Number(day.slice(0, 4)) + 4}${day.slice(4)}`), null],
    ['30 days later', later(30), null],
    ['a week earlier', later(-7), null],
    ['two days earlier', later(-2), null],
    ['1461 days later: four years', later(1461), null],
    ['two rows corrected by a day', [...later(-1).slice(0, 2), ...PRESENT.slice(2)], null],
    ['one row corrected by a day, with midnight', ['2027-02-04T00:00:00Z'], null],
    ['one row corrected by a day, with midnight in words', ['2027-02-04 12:00:00 AM'], null],
    ['two exchanged days corrected', [...MIRRORED.slice(0, 2), ...PRESENT.slice(2)], null],
    [
      'three by a day among more corrections',
      [...later(-1).slice(0, 3), '2031-05-05', '2031-05-06', '2031-05-07'],
      null,
    ],
    ['one early and two late', [later(-1)[0]!, ...later(1).slice(1, 3)], null],
    ['blank cells', [null, null, null], null],
  ])('%s', (_, days, expected) => {
    expect(said(sheet(days))).toEqual(expected === null ? [] : [expected]);
  });

  test('where a credential has no day yet, only the time tells', () => {
    const none = PRESENT.map((_, at) => credentialOf({ id: `${at + 1}`, expiredOn: null }));
    expect(said(sheet(later(-1), { credentials: none }))).toEqual([]);
    const moments = later(-1).map((day) => `${day}T23:00:00Z`);
    expect(said(sheet(moments, { credentials: none }))).toEqual(['days-off-by-a-day 2 3 4 5 6 7']);
  });
  test('each column by itself, with the cell that it is about', () => {
    const issued = PRESENT.map((day, at) =>
      credentialOf({ id: `${at + 1}`, issuedOn: '2024-03-05', expiredOn: day }),
    );
    const rows = later(-1).map((day, at) => [`${at + 1}`, at === 0 ? '2024-03-06' : '2024-03-05', day]);
    const columns = ['credential-id', 'issue-date', 'expiry-date'] as const;
    const lines = findingLines(reviewOf({ columns, rows, credentials: issued }).described);
    expect(lines.filter((line) => line.includes('off-by-a-day'))).toEqual(
      [2, 3, 4, 5, 6, 7].map((row) => `${row} days-off-by-a-day expiry-date`),
    );
  });
  test('a date of the account itself that the platform has as a timestamp', () => {
    const custom = PRESENT.map((day, at) =>
      credentialOf({ id: `${at + 1}`, custom: { 'Seen On': `${day}T00:00:00Z` } }),
    );
    const columns = ['credential-id', 'custom:Seen On'] as const;
    const rows = later(-1).map((day, at) => [`${at + 1}`, day]);
    expect(said({ columns, rows, credentials: custom })).toEqual(['days-off-by-a-day 2 3 4 5 6 7']);
  });
  test('duplicate rows count once', () => {
    const days = later(-1).slice(0, 2);
    const rows = [...days, ...days].map((day, at) => [`${(at % 2) + 1}`, day]);
    expect(said({ columns: ['credential-id', 'expiry-date'], rows, credentials })).toEqual([]);
  });
});

/** The days that are left to change, by row, after the correction that is offered. */
describe('one correction shifts them back', () => {
  const changes = ({ review }: Reviewed) =>
    describeAll(review).flatMap(({ row, change }) =>
      (change?.fields ?? []).map(({ after }) => `${row} ${String(after)}`),
    );

  test.each<[string, MendableCode, readonly WrittenCell[], readonly string[]]>([
    ['a day early', 'days-off-by-a-day', later(-1), []],
    ['a day late', 'days-off-by-a-day', later(1), []],
    ['since 1904', 'days-from-1904', later(1462), []],
    ['since 1904, where the expiry comes before the issue', 'days-from-1904', later(-1462), []],
    ['exchanged', 'days-exchanged', MIRRORED.map((day) => dayCell(day)), []],
    [
      'what was really corrected is off as well',
      'days-off-by-a-day',
      [...later(-1).slice(0, 4), '2031-05-04'],
      ['6 2031-05-05'],
    ],
    ['exchanged with it', 'days-exchanged', [...MIRRORED.slice(0, 4), '2031-05-04'], ['6 2031-04-05']],
    [
      'a day behind the 12th was not exchanged, so no other is',
      'days-exchanged',
      [...MIRRORED.slice(0, 4), '2031-05-04', '2031-05-30'],
      ['6 2031-05-04', '7 2031-05-30'],
    ],
    [
      'midnight stays beside times that are off',
      'days-off-by-a-day',
      ['2027-02-04T23:00Z', '2027-04-02T23:00Z', '2028-06-06T23:00Z', '2031-01-05T00:00Z'],
      ['5 2031-01-05'],
    ],
    [
      'renewals at midnight elsewhere',
      'days-off-by-a-day',
      ['2028-02-04T23:00:00Z', '2028-04-02T22:00:00Z', '2029-06-06T22:00:00Z'],
      ['2 2028-02-05', '3 2028-04-03', '4 2029-06-07'],
    ],
    ['what is unchanged stays', 'days-off-by-a-day', [...later(-1).slice(0, 3), ...PRESENT.slice(3)], []],
  ])('%s', (_, code, days, expected) => {
    const before = reviewedOf(sheet(days));
    const { groups } = summarise(before.review, before.decisions);
    expect(groups.find((group) => group.code === code)?.mend).toBe(code);
    const after = decide(before, { kind: 'mend', code });
    expect(changes(after)).toEqual(expected);
    expect(
      describeAll(after.review).flatMap(({ findings }) => findings.filter((one) => one.code === code)),
    ).toEqual([]);
    expect(changes(decide(after, { kind: 'undo' }))).toEqual(changes(before));
  });

  test('what the admin typed stays', () => {
    const typed = { kind: 'edit', row: 7, attribute: 'expiry-date', text: '2031-05-04' } as const;
    const after = decide(reviewedOf(sheet(later(-1)), typed), { kind: 'mend', code: 'days-off-by-a-day' });
    expect(changes(after)).toEqual(['7 2031-05-04']);
  });
  test('nothing to shift is no step', () => {
    const before = reviewedOf(sheet(later(30)));
    expect(decide(before, { kind: 'mend', code: 'days-off-by-a-day' })).toBe(before);
  });
});
