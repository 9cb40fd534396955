import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { NO_EXCLUSIONS } from '../../../../lib/review/terms/exclusions';
import type { Review } from '../../../../lib/review/cross-row/review';
import { NOTHING_CORRECTED } from '../../../../lib/review/group/review-input';
import { reviewSheet } from '../../../../lib/review/view/review-sheet';
import {
  describeAll,
  findingLines,
  reviewInputOf,
  reviewOf,
  type WrittenReview,
} from '../../../fakes/review';

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
  const said = findingLines(reviewOf(written).described).filter((line) => line.split(' ')[1] === 'repeated');
  expect(said).toEqual(expected);
});

test('a row that is in error by itself is no repetition once its twin is left out', () => {
  const sheet: WrittenReview = {
    columns: ['credential-id', 'recipient-email'],
    rows: [
      ['1', 'ada@example.org'],
      ['1', 'not an address'],
    ],
    credentials: of({ id: '1' }),
  };
  const input = reviewInputOf(sheet);
  const corrected = { ...NOTHING_CORRECTED, exclusions: { ...NO_EXCLUSIONS, rows: new Set([2]) } };
  const lines = (review: Review) => findingLines(describeAll(review)).filter((line) => line.startsWith('3 '));
  expect(lines(reviewSheet(input))).toContain('3 repeated');
  expect(lines(reviewSheet({ ...input, corrected }))).not.toContain('3 repeated');
});
