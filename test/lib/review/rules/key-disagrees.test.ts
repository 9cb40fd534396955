import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'another recipient id',
    {
      columns: ['credential-id', 'recipient-id', 'grade'],
      rows: [['1', 'S', 'B']],
      credentials: of({ id: '1', recipientId: 'R' }),
    },
    ['2 key-disagrees recipient-id'],
  ],
  [
    'the same',
    {
      columns: ['credential-id', 'recipient-id', 'grade'],
      rows: [['1', ' R ', 'B']],
      credentials: of({ id: '1', recipientId: 'R' }),
    },
    [],
  ],
  [
    'a credential without one cannot disagree',
    {
      columns: ['credential-id', 'recipient-id', 'grade'],
      rows: [['1', 'S', 'B']],
      credentials: of({ id: '1' }),
    },
    [],
  ],
  [
    'a key that somebody else has, and the credential has none',
    {
      columns: ['recipient-email', 'license-id', 'recipient-id', 'grade'],
      rows: [
        ['ann@example.org', 'L7', 'R7', 'B'],
        ['cy@example.org', 'L8', 'R8', 'B'],
      ],
      credentials: of(
        { id: '1', recipientName: 'Ann', recipientEmail: 'ann@example.org' },
        {
          id: '2',
          recipientName: 'Bob',
          recipientEmail: 'bob@example.org',
          licenseId: 'L7',
          recipientId: 'R7',
        },
        { id: '3', recipientName: 'Cy', recipientEmail: 'cy@example.org' },
      ),
    },
    ['2 key-disagrees license-id', '2 key-disagrees recipient-id'],
  ],
  [
    'a key that another credential of the same person has',
    {
      columns: ['credential-id', 'recipient-id', 'grade'],
      rows: [
        ['1', 'R7', 'B'],
        ['3', 'R7', 'B'],
      ],
      credentials: of(
        { id: '1', recipientName: 'Ann King', recipientEmail: 'ann@example.org' },
        { id: '2', recipientName: 'King, Ann', recipientEmail: 'a.king@example.org', recipientId: 'R7' },
        { id: '3', recipientName: 'Ann K.', recipientEmail: 'A.King@example.org' },
      ),
    },
    [],
  ],
  [
    'its short id instead of its UUID',
    {
      columns: ['credential-id', 'uuid', 'grade'],
      rows: [['1', 'https://www.credential.net/abc123?x=1', 'B']],
      credentials: of({ id: '1', uuid: '3fa85f64-5717-4562-b3fc-2c963f66afa6', encodedId: 'abc123' }),
    },
    [],
  ],
])('key-disagrees: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).told).filter((line) => line.split(' ')[1] === 'key-disagrees');
  expect(said).toEqual(expected);
});
