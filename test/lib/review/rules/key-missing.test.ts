import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'blank',
    { columns: ['credential-id', 'grade'], rows: [['', 'B']], credentials: of({ id: '1' }) },
    ['2 key-missing'],
  ],
  [
    'only a no-break space',
    { columns: ['credential-id', 'grade'], rows: [['\u00A0', 'B']], credentials: of({ id: '1' }) },
    ['2 key-missing'],
  ],
  [
    'only a zero-width space',
    { columns: ['credential-id', 'grade'], rows: [['\u200B', 'B']], credentials: of({ id: '1' }) },
    ['2 key-missing'],
  ],
  ['there', { columns: ['credential-id', 'grade'], rows: [['1', 'B']], credentials: of({ id: '1' }) }, []],
])('key-missing: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).described).filter(
    (line) => line.split(' ')[1] === 'key-missing',
  );
  expect(said).toEqual(expected);
});
