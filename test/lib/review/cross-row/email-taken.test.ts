import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'another has it',
    {
      columns: ['credential-id', 'recipient-email'],
      rows: [['1', 'B@example.org']],
      credentials: of({ id: '1' }, { id: '2', recipientEmail: 'b@example.org' }),
    },
    ['2 email-taken recipient-email'],
  ],
  [
    'another gives it up in the same sheet',
    {
      columns: ['credential-id', 'recipient-email'],
      rows: [
        ['1', 'b@example.org'],
        ['2', 'c@example.org'],
      ],
      credentials: of({ id: '1' }, { id: '2', recipientEmail: 'b@example.org' }),
    },
    ['2 email-taken recipient-email'],
  ],
  [
    'nobody has it',
    {
      columns: ['credential-id', 'recipient-email'],
      rows: [['1', 'c@example.org']],
      credentials: of({ id: '1' }, { id: '2', recipientEmail: 'b@example.org' }),
    },
    [],
  ],
])('email-taken: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).described).filter(
    (line) => line.split(' ')[1] === 'email-taken',
  );
  expect(said).toEqual(expected);
});
