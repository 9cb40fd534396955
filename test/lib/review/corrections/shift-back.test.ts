import { describe, expect, test } from 'vitest';
import { decide, type Reviewed } from '../../../../lib/review/reviewed';
import type { MendableCode } from '../../../../lib/review/terms/finding';
import { summarise } from '../../../../lib/review/view/summarise';
import { describeAll, reviewedOf } from '../../../fakes/review';
import { later, MIRRORED, moments, PRESENT, sheet } from '../../../fakes/shifted-days';
import { dayCell, type WrittenCell } from '../../../fakes/table';

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
    ...['T00:00:00', ' 0:00', ' 00:00', ' 12:00:00 AM', 'T00:00:00Z'].map(
      (time): [string, MendableCode, readonly WrittenCell[], readonly string[]] => [
        `midnight in each cell, as${time}`,
        'days-off-by-a-day',
        later(-1).map((day) => `${day}${time}`),
        [],
      ],
    ),
    ['a day late at midnight', 'days-off-by-a-day', later(1).map((day) => `${day}T00:00:00`), []],
    [
      'midnight in half of the cells',
      'days-off-by-a-day',
      later(-1).map((day, at) => (at % 2 === 0 ? `${day} 0:00` : day)),
      [],
    ],
    [
      'midnight in all cells, and one day really corrected',
      'days-off-by-a-day',
      [
        ...later(-1)
          .slice(0, 4)
          .map((day) => `${day} 0:00`),
        '2031-05-04 0:00',
      ],
      ['6 2031-05-05'],
    ],
    [
      'a correction at midnight beside one at 14:00',
      'days-off-by-a-day',
      [
        ...later(-1)
          .slice(0, 4)
          .map((day) => `${day} 0:00`),
        '2031-05-04 14:00',
      ],
      ['6 2031-05-05'],
    ],
    [
      'one midnight of Berlin among plain renewals',
      'days-off-by-a-day',
      ['2028-02-04T23:00:00Z', '2031-04-03', '2031-06-07', '2031-09-01'],
      ['2 2028-02-05', '3 2031-04-03', '4 2031-06-07', '5 2031-09-01'],
    ],
    [
      'plain days beside one midnight of Berlin, which are as early',
      'days-off-by-a-day',
      ['2027-02-04T23:00:00Z', '2027-04-02', '2028-06-06', '2031-09-01', '2032-11-10', '2033-08-12'],
      ['5 2031-09-01', '6 2032-11-10', '7 2033-08-12'],
    ],
    [
      'an early day at midnight beside them',
      'days-off-by-a-day',
      ['2030-02-04T23:00:00Z', '2027-04-02T00:00:00Z', '2028-06-06T00:00:00Z', '2028-08-31T00:00:00Z'],
      ['2 2030-02-05'],
    ],
    [
      'renewals at midnight of London',
      'days-off-by-a-day',
      moments('T23:00:00Z', 'T00:00:00Z', 'T00:00:00Z').slice(0, 4),
      ['2 2030-02-05', '3 2031-02-04', '4 2032-02-04', '5 2033-02-05'],
    ],
    [
      'renewals at midnight of Sydney',
      'days-off-by-a-day',
      moments('T14:00Z', 'T13:00Z').slice(0, 3),
      ['2 2030-02-05', '3 2031-02-05', '4 2032-02-05'],
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
