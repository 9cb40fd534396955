import { expect, test } from 'vitest';
import { credentialOf } from '../../../fakes/credential';
import { findingLines, reviewOf } from '../../../fakes/review';

test.each<[string, number, number, number]>([
  ['20 of 39 rows', 39, 20, 20],
  ['half of the rows is not more than half', 40, 20, 0],
  ['fewer than 20 are read one by one', 19, 19, 0],
])('many-changes: %s', (_, rows, changed, expected) => {
  const ids = Array.from({ length: rows }, (_, n) => String(n + 1));
  const review = reviewOf({
    columns: ['credential-id', 'grade'],
    rows: ids.map((id, n) => [id, n < changed ? 'B' : '']),
    credentials: ids.map((id) => credentialOf({ id })),
  });
  expect(findingLines(review.described).filter((line) => line.includes('many-changes'))).toHaveLength(
    expected,
  );
});
