import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'taken back',
    { columns: ['credential-id', 'published'], rows: [['1', 0]], credentials: of({ id: '1' }) },
    ['2 unpublished published'],
  ],
  [
    'a draft already',
    {
      columns: ['credential-id', 'published'],
      rows: [['1', false]],
      credentials: of({ id: '1', published: false }),
    },
    [],
  ],
])('unpublished: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).described).filter(
    (line) => line.split(' ')[1] === 'unpublished',
  );
  expect(said).toEqual(expected);
});
