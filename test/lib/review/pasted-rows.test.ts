import { expect, test } from 'vitest';
import { decide } from '../../../lib/review/reviewed';
import { sent, SHEET } from '../../fakes/corrections';
import { reviewedOf } from '../../fakes/review';

const before = reviewedOf(SHEET);

test.each<[string, readonly number[], readonly string[]]>([
  [
    'the rows that were seen',
    [3, 4],
    ['2 recipient-name Ada King', '3 expiry-date 2027-03-01', '3 grade D', '5 grade D'],
  ],
  [
    'as far as they were seen',
    [3],
    ['2 recipient-name Ada King', '3 expiry-date 2027-03-01', '3 grade D', '5 grade D'],
  ],
  ['others than were seen', [2, 3], sent(before)],
  ['another one among them', [3, 5], sent(before)],
])('a block is pasted over %s', (_, rows, expected) => {
  const after = decide(before, {
    kind: 'paste',
    view: { filter: { kind: 'errors' }, search: '', sort: null },
    from: 0,
    rows,
    attributes: ['expiry-date'],
    cells: [['01/03/2027'], ['02/03/2027']],
  });
  expect(sent(after)).toEqual(expected);
});
