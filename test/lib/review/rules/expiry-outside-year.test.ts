import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'into the next year',
    { columns: ['credential-id', 'expiry-date'], rows: [['1', '2028-01-01']], credentials: of({ id: '1' }) },
    ['2 expiry-outside-year expiry-date'],
  ],
  [
    'within the year of the calendar, which need not be that of the plan',
    { columns: ['credential-id', 'expiry-date'], rows: [['1', '2027-12-31']], credentials: of({ id: '1' }) },
    ['2 expiry-outside-year expiry-date'],
  ],
  [
    'taken away, which no year of the plan covers',
    {
      columns: ['credential-id', 'expiry-date'],
      rows: [['1', '']],
      credentials: of({ id: '1' }),
      blank: 'clear',
    },
    ['2 expiry-outside-year expiry-date'],
  ],
  [
    'earlier',
    { columns: ['credential-id', 'expiry-date'], rows: [['1', '2026-12-31']], credentials: of({ id: '1' }) },
    [],
  ],
  [
    'a renewal is said once',
    {
      columns: ['credential-id', 'expiry-date'],
      rows: [['1', '2028-01-01']],
      credentials: of({ id: '1', expiredOn: '2025-01-01' }),
    },
    [],
  ],
])('expiry-outside-year: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).described).filter(
    (line) => line.split(' ')[1] === 'expiry-outside-year',
  );
  expect(said).toEqual(expected);
});
