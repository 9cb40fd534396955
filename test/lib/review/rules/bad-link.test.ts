import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'no scheme',
    {
      columns: ['credential-id', 'evidence-url-1'],
      rows: [['1', 'www.example.org/x']],
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
    ['2 bad-link evidence-url-1'],
  ],
  [
    'a script',
    {
      columns: ['credential-id', 'evidence-url-1'],
      rows: [['1', 'javascript:alert(1)']],
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
    ['2 bad-link evidence-url-1'],
  ],
  [
    'a description of nothing',
    {
      columns: ['credential-id', 'evidence-description-1', 'evidence-url-1'],
      rows: [['1', 'New', '']],
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
    ['2 bad-link evidence-description-1'],
  ],
  [
    'a description that is there without a link',
    {
      columns: ['credential-id', 'evidence-description-1', 'evidence-url-1'],
      rows: [['1', 'Talk', '']],
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
  [
    'one link with two descriptions',
    {
      columns: [
        'credential-id',
        'evidence-description-1',
        'evidence-url-1',
        'evidence-description-2',
        'evidence-url-2',
      ],
      rows: [['1', 'A', 'https://example.org/n', 'B', 'https://example.org/n']],
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
    ['2 bad-link evidence-description-2'],
  ],
])('bad-link: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).described).filter((line) => line.split(' ')[1] === 'bad-link');
  expect(said).toEqual(expected);
});
