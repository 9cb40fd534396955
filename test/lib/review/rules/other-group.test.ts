import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'the row says another group',
    {
      columns: ['credential-id', 'group-id', 'grade'],
      rows: [['1', '8', 'B']],
      credentials: of({ id: '1' }),
    },
    ['2 other-group group-id'],
  ],
  [
    'the row says this group',
    {
      columns: ['credential-id', 'group-id', 'grade'],
      rows: [['1', '7', 'B']],
      credentials: of({ id: '1' }),
    },
    [],
  ],
  [
    'the row says none',
    { columns: ['credential-id', 'group-id', 'grade'], rows: [['1', '', 'B']], credentials: of({ id: '1' }) },
    [],
  ],
  [
    'even when nothing would change',
    { columns: ['credential-id', 'group-id', 'grade'], rows: [['1', 8, '']], credentials: of({ id: '1' }) },
    ['2 other-group group-id'],
  ],
])('other-group: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).described).filter(
    (line) => line.split(' ')[1] === 'other-group',
  );
  expect(said).toEqual(expected);
});
