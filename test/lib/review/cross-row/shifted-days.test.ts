import { describe, expect, test } from 'vitest';
import { dayAfter } from '../../../../lib/credential/day';
import type { MendableCode } from '../../../../lib/review/terms/finding';
import { credentialOf } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';
import {
  credentials,
  later,
  MIRRORED,
  moments,
  PRESENT,
  sheet,
  typedMoments,
} from '../../../fakes/shifted-days';
import { dayCell, type WrittenCell } from '../../../fakes/table';

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

const ALL = 'days-off-by-a-day 2 3 4 5 6 7';

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
      'two rows at midnight of Berlin',
      ['2027-02-04T23:00Z', '2027-04-02 22:00 UTC'],
      'days-off-by-a-day 2 3',
    ],
    [
      'two rows, with a time in the cell itself, in no known zone',
      later(-1)
        .slice(0, 2)
        .map((day) => ({ ...dayCell(day), timeOfDay: true }) as WrittenCell),
      null,
    ],
    ['one exam moved to the next day', ['2027-02-06 14:00'], null],
    ['two exams moved to the next day', ['2027-02-06 09:30', '2027-04-04 10:00'], null],
    ['one exam moved to the day before', ['2027-02-04 14:00'], null],
    ['one exam moved to the next day, in universal time', ['2027-02-06T14:00:00Z'], null],
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
    ['renewals at noon of New York', PRESENT.map((_, at) => `203${at}-02-04T1${6 + (at % 2)}:00:00Z`), null],
    ['renewals at noon', PRESENT.map((_, at) => `203${at}-02-04T12:00:00Z`), null],
    ['renewals at midnight of New York', PRESENT.map((_, at) => `203${at}-02-04T05:00:00Z`), null],
    ['renewals at midnight of Bangkok', moments('T17:00:00Z'), ALL],
    ['renewals at midnight of Sydney', moments('T14:00Z', 'T13:00Z'), ALL],
    [
      'renewals at midnight of Auckland',
      [
        '2031-01-04T11:00Z',
        '2031-07-04T12:00Z',
        '2032-12-04T11:00Z',
        '2032-06-04T12:00Z',
        '2033-04-04T11:00Z',
        '2033-05-04T12:00Z',
      ],
      ALL,
    ],
    [
      'renewals at noon of London',
      [
        '2031-01-04T12:00Z',
        '2031-07-04T11:00Z',
        '2032-12-04T12:00Z',
        '2032-06-04T11:00Z',
        '2033-04-04T11:00Z',
        '2033-05-04T11:00Z',
      ],
      null,
    ],
    ['renewals at noon', moments('T12:00:00Z'), null],
    ['renewals at 11:00', moments('T11:00:00Z'), null],
    [
      'renewals at midnight of Sydney, one of them a plain day',
      [...moments('T14:00Z').slice(0, 5), '2035-02-04'],
      null,
    ],
    ['renewals at real times of day', moments('T14:00Z', 'T15:30Z', 'T22:00Z'), null],
    ['two renewals at 14:00', moments('T14:00Z').slice(0, 2), null],
    ['moments without seconds', moments('T23:00Z', 'T22:00Z'), ALL],
    ['moments without seconds, the zone in letters', moments(' 23:00 UTC', ' 22:00 UTC'), ALL],
    ['moments in halves of the day', moments(' 11:00 PM GMT', ' 10:00:00 PM GMT'), ALL],
    ['moments as JavaScript writes them', moments(' 23:00:00 GMT+0000 (Coordinated Universal Time)'), ALL],
    ['days of a workbook at 23:00', typedMoments(' 23:00', ' 22:00:00'), ALL],
    ['days of a workbook at 18:00', typedMoments(' 18:00'), null],
    [
      'days of a workbook at 23:00, one at 9:30',
      [...typedMoments(' 23:00').slice(0, 5), dayCell('2035-02-04', '2035-02-04 9:30')],
      null,
    ],
    [
      'renewals at midnight of London: summer is off, also where winter has most rows',
      moments('T23:00:00Z', 'T00:00:00Z', 'T00:00:00Z'),
      'days-off-by-a-day 2 5',
    ],
    ['one moment at 22:00 among real times of day', moments('T22:00:00Z', 'T09:15:00Z', 'T10:00:00Z'), null],
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
    const early = later(-1).map((day) => `${day}T23:00:00Z`);
    expect(said(sheet(early, { credentials: none }))).toEqual(['days-off-by-a-day 2 3 4 5 6 7']);
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
