import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'UTF-8 read as windows-1252',
    {
      columns: ['credential-id', 'recipient-name'],
      rows: [['1', 'JosÃ© Ruiz']],
      credentials: of({ id: '1' }),
    },
    ['2 damaged-text recipient-name'],
  ],
  [
    'a lost letter',
    {
      columns: ['credential-id', 'recipient-name'],
      rows: [['1', 'Jos? Garc?a']],
      credentials: of({ id: '1' }),
    },
    ['2 damaged-text recipient-name'],
  ],
  [
    'as it is on the platform already',
    {
      columns: ['credential-id', 'recipient-name'],
      rows: [['1', 'JosÃ© Ruiz']],
      credentials: of({ id: '1', recipientName: 'JosÃ© Ruiz' }),
    },
    [],
  ],
])('damaged-text: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).described).filter(
    (line) => line.split(' ')[1] === 'damaged-text',
  );
  expect(said).toEqual(expected);
});
