import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'expiry before the present issue',
    { columns: ['credential-id', 'expiry-date'], rows: [['1', '2024-01-14']], credentials: of({ id: '1' }) },
    ['2 expiry-before-issue expiry-date'],
  ],
  [
    'on the day of issue',
    { columns: ['credential-id', 'expiry-date'], rows: [['1', '2024-01-15']], credentials: of({ id: '1' }) },
    [],
  ],
  [
    'issue after the present expiry',
    { columns: ['credential-id', 'issue-date'], rows: [['1', '2027-01-16']], credentials: of({ id: '1' }) },
    ['2 expiry-before-issue issue-date'],
  ],
  [
    'wrong before and not touched',
    {
      columns: ['credential-id', 'grade'],
      rows: [['1', 'B']],
      credentials: of({ id: '1', expiredOn: '2020-01-01' }),
    },
    [],
  ],
])('expiry-before-issue: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).described).filter(
    (line) => line.split(' ')[1] === 'expiry-before-issue',
  );
  expect(said).toEqual(expected);
});
