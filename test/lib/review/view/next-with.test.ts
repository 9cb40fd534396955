import { expect, test } from 'vitest';
import { nextWith } from '../../../../lib/review/view/next-with';
import { credentialOf } from '../../../fakes/credential';
import { reviewOf } from '../../../fakes/review';

const review = reviewOf({
  columns: ['credential-id', 'recipient-name', 'grade'],
  rows: [
    ['1', '', 'A'],
    ['2', 'Somebody Else', ''],
    ['9', '', 'A'],
    ['3', '', 'B'],
    ['4', 'Another One', 'C'],
  ],
  credentials: ['1', '2', '3', '4'].map((id) => credentialOf({ id })),
});

test.each([
  ['the first warning', 'changes', 'warning', -1, 1],
  ['the one after it', 'changes', 'warning', 1, 3],
  ['and round to the first again', 'changes', 'warning', 3, 1],
  ['no error among the changes', 'changes', 'error', -1, null],
  ['an error among the errors', 'errors', 'error', -1, 0],
  ['the only one again', 'errors', 'error', 0, 0],
] as const)('%s', (_, filter, severity, after, expected) => {
  expect(nextWith(review, { filter: { kind: filter }, search: '', sort: null }, severity, after)).toBe(
    expected,
  );
});

test('none in an empty grid', () => {
  const nowhere = { filter: { kind: 'changes' }, search: 'nowhere', sort: null } as const;
  expect(nextWith(review, nowhere, 'warning', -1)).toBeNull();
});
