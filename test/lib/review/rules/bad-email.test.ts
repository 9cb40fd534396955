import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'two addresses',
    {
      columns: ['credential-id', 'recipient-email'],
      rows: [['1', 'a@example.org; b@example.org']],
      credentials: of({ id: '1' }),
    },
    ['2 bad-email recipient-email'],
  ],
  [
    'a good one',
    {
      columns: ['credential-id', 'recipient-email'],
      rows: [['1', 'ä@müller.example']],
      credentials: of({ id: '1' }),
    },
    [],
  ],
  [
    'one that is there already, whatever its shape',
    {
      columns: ['credential-id', 'recipient-email'],
      rows: [['1', 'ada@intranet']],
      credentials: of({ id: '1', recipientEmail: 'ada@intranet' }),
    },
    [],
  ],
])('bad-email: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).described).filter((line) => line.split(' ')[1] === 'bad-email');
  expect(said).toEqual(expected);
});
