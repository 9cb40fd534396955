import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'a national number',
    {
      columns: ['credential-id', 'recipient-phone'],
      rows: [['1', '020 7946 0000']],
      credentials: of({
        id: '1',
        detail: {
          description: null,
          phone: null,
          evidence: [
            { id: 'e1', description: 'Thesis', url: 'https://example.org/t' },
            { id: 'e2', description: 'Talk', url: null },
          ],
        },
      }),
    },
    ['2 bad-phone recipient-phone'],
  ],
  [
    'with its country',
    {
      columns: ['credential-id', 'recipient-phone'],
      rows: [['1', '+44 (0)20 7946-0000']],
      credentials: of({
        id: '1',
        detail: {
          description: null,
          phone: null,
          evidence: [
            { id: 'e1', description: 'Thesis', url: 'https://example.org/t' },
            { id: 'e2', description: 'Talk', url: null },
          ],
        },
      }),
    },
    [],
  ],
])('bad-phone: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).described).filter((line) => line.split(' ')[1] === 'bad-phone');
  expect(said).toEqual(expected);
});
