import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'in a cell',
    {
      columns: ['credential-id', 'grade'],
      rows: [['1', { kind: 'error', text: '#N/A' }]],
      credentials: of({ id: '1' }),
    },
    ['2 formula-error grade'],
  ],
  [
    'saved as text',
    { columns: ['credential-id', 'grade'], rows: [['1', '#REF!']], credentials: of({ id: '1' }) },
    ['2 formula-error grade'],
  ],
  [
    'in the key',
    { columns: ['credential-id', 'grade'], rows: [['#N/A', 'B']], credentials: of({ id: '1' }) },
    ['2 formula-error credential-id'],
  ],
  [
    'a number sign is no error',
    { columns: ['credential-id', 'grade'], rows: [['1', '#1']], credentials: of({ id: '1' }) },
    [],
  ],
])('formula-error: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).described).filter(
    (line) => line.split(' ')[1] === 'formula-error',
  );
  expect(said).toEqual(expected);
});
