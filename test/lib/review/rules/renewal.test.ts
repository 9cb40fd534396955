import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'expired yesterday, until today',
    {
      columns: ['credential-id', 'expiry-date'],
      rows: [['1', '2026-06-15']],
      credentials: of({ id: '1', expiredOn: '2026-06-14' }),
    },
    ['2 renewal expiry-date'],
  ],
  [
    'expires today, which may count as expired',
    {
      columns: ['credential-id', 'expiry-date'],
      rows: [['1', '2026-07-15']],
      credentials: of({ id: '1', expiredOn: '2026-06-15' }),
    },
    ['2 renewal expiry-date'],
  ],
  [
    'expired, and still',
    {
      columns: ['credential-id', 'expiry-date'],
      rows: [['1', '2026-06-14']],
      credentials: of({ id: '1', expiredOn: '2026-06-13' }),
    },
    [],
  ],
  [
    'expires tomorrow',
    {
      columns: ['credential-id', 'expiry-date'],
      rows: [['1', '2026-07-15']],
      credentials: of({ id: '1', expiredOn: '2026-06-16' }),
    },
    [],
  ],
  [
    'never expired',
    {
      columns: ['credential-id', 'expiry-date'],
      rows: [['1', '2028-06-14']],
      credentials: of({ id: '1', expiredOn: null }),
    },
    [],
  ],
])('renewal: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).described).filter((line) => line.split(' ')[1] === 'renewal');
  expect(said).toEqual(expected);
});
