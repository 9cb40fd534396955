import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'a draft',
    {
      columns: ['credential-id', 'published'],
      rows: [['1', 'yes']],
      credentials: of({ id: '1', published: false }),
    },
    ['2 published published'],
  ],
  [
    'published already',
    { columns: ['credential-id', 'published'], rows: [['1', 'yes']], credentials: of({ id: '1' }) },
    [],
  ],
])('published: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).described).filter((line) => line.split(' ')[1] === 'published');
  expect(said).toEqual(expected);
});
