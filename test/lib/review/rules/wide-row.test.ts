import { expect, test } from 'vitest';
import { credentialOf } from '../../../fakes/credential';
import { findingLines, describeAll, reviewInputOf, type WrittenReview } from '../../../fakes/review';
import { reviewSheet } from '../../../../lib/review/view/review-sheet';

const GROUP = [
  credentialOf({ id: '5001', recipientName: 'John Smith', grade: 'B' }),
  credentialOf({ id: '5002', recipientName: 'Bob', grade: 'B' }),
];

test.each<[string, WrittenReview['rows'], readonly string[]]>([
  ['with changes', [['5001', 'Smith', 'John']], ['2 wide-row', '2 name-change recipient-name']],
  ['that says nothing new', [['5001', 'John Smith', 'B']], []],
  ['that matches nothing', [['John', '5001', 'B']], ['2 wide-row', '2 no-match']],
])('wide-row: a row %s', (_, rows, expected) => {
  const columns = ['credential-id', 'recipient-name', 'grade'] as const;
  const input = reviewInputOf({ columns, rows, credentials: GROUP });
  const review = reviewSheet({ ...input, table: { ...input.table, wideRows: new Map([[2, 1]]) } });
  expect(findingLines(describeAll(review))).toEqual(expected);
});
