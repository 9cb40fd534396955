import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'two share a recipient id',
    {
      columns: ['recipient-id', 'grade'],
      rows: [['R', 'B']],
      credentials: of({ id: '1', recipientId: 'R' }, { id: '2', recipientId: 'R' }),
    },
    ['2 several-match'],
  ],
  [
    'ids differ by case',
    {
      columns: ['recipient-id', 'grade'],
      rows: [['R', 'B']],
      credentials: of({ id: '1', recipientId: 'R' }, { id: '2', recipientId: 'r' }),
    },
    [],
  ],
])('several-match: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).described).filter(
    (line) => line.split(' ')[1] === 'several-match',
  );
  expect(said).toEqual(expected);
});
