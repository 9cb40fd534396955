import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'unlike',
    {
      columns: ['credential-id', 'grade'],
      rows: [
        ['1', 'B'],
        ['1', 'C'],
      ],
      credentials: of({ id: '1' }),
    },
    ['2 repeated', '3 repeated'],
  ],
  [
    'alike',
    {
      columns: ['credential-id', 'grade'],
      rows: [
        ['1', 'B'],
        ['1', 'B'],
      ],
      credentials: of({ id: '1' }),
    },
    [],
  ],
  [
    'one of them unchanged',
    {
      columns: ['credential-id', 'grade'],
      rows: [
        ['1', ''],
        ['1', 'C'],
      ],
      credentials: of({ id: '1' }),
    },
    ['2 repeated', '3 repeated'],
  ],
  [
    'both unchanged',
    {
      columns: ['credential-id', 'grade'],
      rows: [
        ['1', ''],
        ['1', ''],
      ],
      credentials: of({ id: '1' }),
    },
    [],
  ],
])('repeated: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).told).filter((line) => line.split(' ')[1] === 'repeated');
  expect(said).toEqual(expected);
});
