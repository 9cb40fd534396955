import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'yesterday',
    { columns: ['credential-id', 'expiry-date'], rows: [['1', '2026-06-14']], credentials: of({ id: '1' }) },
    ['2 expiry-past expiry-date'],
  ],
  [
    'today',
    { columns: ['credential-id', 'expiry-date'], rows: [['1', '2026-06-15']], credentials: of({ id: '1' }) },
    [],
  ],
])('expiry-past: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).described).filter(
    (line) => line.split(' ')[1] === 'expiry-past',
  );
  expect(said).toEqual(expected);
});
