import { expect, test } from 'vitest';
import { credentialOf } from '../../../fakes/credential';
import { reviewOf, rowsShown } from '../../../fakes/review';

const review = reviewOf({
  columns: ['credential-id', 'expiry-date', 'grade'],
  rows: [
    ['1', '2027-05-14', 'May 14'],
    ['2', '2027-05-15', 'Merit'],
  ],
  credentials: [credentialOf({ id: '1' }), credentialOf({ id: '2', expiredOn: '2026-03-02' })],
});

/** Days are shown as the reader writes them, and found so. [search, rows that are found] */
test.each<[string, readonly number[]]>([
  ['2027-05-14', [2]],
  ['14 May 2027', [2]],
  ['May 14, 2027', [2]],
  ['2027-05', [2, 3]],
  ['2 Mar 2026', [3]],
  ['15. Mai 2027', [3]],
  ['May 14', [2]],
  ['31 February 2027', []],
  ['merit', [3]],
])('%s finds rows %j', (search, expected) => {
  expect(rowsShown(review, { kind: 'all' }, search)).toEqual(expected);
});
