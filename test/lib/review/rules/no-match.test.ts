import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'an unknown id',
    { columns: ['credential-id', 'grade'], rows: [['9', 'B']], credentials: of({ id: '1' }) },
    ['2 no-match'],
  ],
  [
    'a known one',
    { columns: ['credential-id', 'grade'], rows: [['1', 'B']], credentials: of({ id: '1' }) },
    [],
  ],
  [
    'an id of a license is not an id of a credential',
    { columns: ['license-id', 'grade'], rows: [['1', 'B']], credentials: of({ id: '1' }) },
    ['2 no-match'],
  ],
])('no-match: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).described).filter((line) => line.split(' ')[1] === 'no-match');
  expect(said).toEqual(expected);
});
