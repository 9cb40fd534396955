import { expect, test } from 'vitest';
import type { AttributeId } from '../../../../lib/credential/attribute';
import { attributesOf } from '../../../../lib/credential/attributes';
import type { CustomAttributeKey } from '../../../../lib/credential/attribute';
import { reviewSheet } from '../../../../lib/review/view/review-sheet';
import { credentialOf } from '../../../fakes/credential';
import { describeAll, findingLines, reviewInputOf, TODAY } from '../../../fakes/review';

expect(TODAY).toBe('2026-06-15');

const CUSTOM: readonly CustomAttributeKey[] = [
  'Born',
  'Geburtsdatum',
  '生年月日',
  'Valid to',
  'Member since',
  'Newborn care on',
].map((name) => ({ name, kind: 'date' }));

/** [attribute, cell, what is said of it] */
test.each<[AttributeId, string, string | null]>([
  ['issue-date', '2207-01-31', 'future-issue'],
  ['issue-date', '05/03/2567', 'future-issue'],
  ['issue-date', '2026-06-17', 'future-issue'],
  ['expiry-date', '2207-01-31', 'unlikely-date'],
  ['expiry-date', '31/01/3027', 'unlikely-date'],
  ['expiry-date', '31/01/2570', 'unlikely-date'],
  ['expiry-date', '2127-01-31', 'unlikely-date'],
  ['expiry-date', '9999-12-31', 'unlikely-date'],
  ['issue-date', '1924-05-12', 'unlikely-date'],
  ['issue-date', '1966-06-14', 'unlikely-date'],
  ['expiry-date', '1927-05-12', 'unlikely-date'],
  ['custom:Born', '12/05/48', 'unlikely-date'],
  ['custom:Born', '2026-06-16', 'unlikely-date'],
  ['custom:Born', '1826-05-12', 'unlikely-date'],
  ['custom:Geburtsdatum', '2030-05-12', 'unlikely-date'],
  ['custom:生年月日', '2030-05-12', 'unlikely-date'],
  ['custom:Valid to', '2048-05-12', 'unlikely-date'],
  ['custom:Member since', '2567-03-05', 'unlikely-date'],

  ['issue-date', '2026-06-15', null],
  ['issue-date', '2026-06-16', null],
  ['issue-date', '1968-05-12', null],
  ['expiry-date', '2028-02-29', null],
  ['expiry-date', '2046-06-15', null],
  ['expiry-date', '2099-12-31', null],
  ['expiry-date', '2025-06-15', null],
  ['issue-date', '1966-06-15', null],
  ['expiry-date', '1970-01-31', null],
  ['custom:Born', '12/05/1924', null],
  ['custom:Born', '12/05/1948', null],
  ['custom:Born', '12/05/88', null],
  ['custom:Born', '2026-06-15', null],
  ['custom:Geburtsdatum', '1931-05-12', null],
  ['custom:Valid to', '2036-05-12', null],
  ['custom:Member since', '1949-05-12', null],
  ['custom:Newborn care on', '2030-05-12', null],
])('%s %s: %s', (attribute, cell, expected) => {
  const input = reviewInputOf({
    columns: ['credential-id', attribute],
    rows: [['1', cell]],
    credentials: [credentialOf({ id: '1', issuedOn: '1950-03-01' })],
    dateFormat: 'day-month-year',
  });
  const review = reviewSheet({ ...input, attributes: attributesOf(CUSTOM) });
  const lines = findingLines(describeAll(review)).filter((line) => /future-issue|unlikely-date/.test(line));
  expect(lines).toEqual(expected === null ? [] : [`2 ${expected} ${attribute}`]);
});

test('a day that stays is not asked about', () => {
  const input = reviewInputOf({
    columns: ['credential-id', 'expiry-date', 'grade'],
    rows: [['1', '2207-01-31', 'B']],
    credentials: [credentialOf({ id: '1', expiredOn: '2207-01-31' })],
  });
  expect(findingLines(describeAll(reviewSheet(input)))).toEqual([]);
});

test('the header tells a birthday where the attribute does not', () => {
  const input = reviewInputOf({
    columns: ['credential-id', 'custom:Seen On'],
    rows: [['1', '2030-01-31']],
    credentials: [credentialOf({ id: '1' })],
  });
  const columns = input.table.columns.map((column) => ({ ...column, header: 'Date of birth' }));
  const review = reviewSheet({ ...input, table: { ...input.table, columns } });
  expect(findingLines(describeAll(review))).toEqual(['2 unlikely-date custom:Seen On']);
});
