import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'a new link',
    {
      columns: ['credential-id', 'evidence-url-1'],
      rows: [['1', 'https://example.org/new']],
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
    ['2 evidence-added evidence-url-1'],
  ],
  [
    'a link that is there, at another place',
    {
      columns: ['credential-id', 'evidence-url-2'],
      rows: [['1', 'https://example.org/t']],
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
])('evidence-added: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).described).filter(
    (line) => line.split(' ')[1] === 'evidence-added',
  );
  expect(said).toEqual(expected);
});
