import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'another address',
    {
      columns: ['credential-id', 'recipient-email'],
      rows: [['1', 'new@example.org']],
      credentials: of({ id: '1' }),
    },
    ['2 email-change recipient-email'],
  ],
  [
    'another case',
    {
      columns: ['credential-id', 'recipient-email'],
      rows: [['1', 'P1@EXAMPLE.org']],
      credentials: of({ id: '1' }),
    },
    [],
  ],
])('email-change: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).described).filter(
    (line) => line.split(' ')[1] === 'email-change',
  );
  expect(said).toEqual(expected);
});
