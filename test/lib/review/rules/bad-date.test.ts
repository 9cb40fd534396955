import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'not a day',
    { columns: ['credential-id', 'issue-date'], rows: [['1', 'soon']], credentials: of({ id: '1' }) },
    ['2 bad-date issue-date'],
  ],
  [
    'not a real one',
    { columns: ['credential-id', 'issue-date'], rows: [['1', '2025-02-29']], credentials: of({ id: '1' }) },
    ['2 bad-date issue-date'],
  ],
  [
    '29 February of a leap year',
    { columns: ['credential-id', 'issue-date'], rows: [['1', '2024-02-29']], credentials: of({ id: '1' }) },
    [],
  ],
])('bad-date: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).told).filter((line) => line.split(' ')[1] === 'bad-date');
  expect(said).toEqual(expected);
});
