import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'a word that says neither',
    { columns: ['credential-id', 'private'], rows: [['1', 'maybe']], credentials: of({ id: '1' }) },
    ['2 bad-flag private'],
  ],
  [
    'nein',
    { columns: ['credential-id', 'private'], rows: [['1', 'nein']], credentials: of({ id: '1' }) },
    [],
  ],
])('bad-flag: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).described).filter((line) => line.split(' ')[1] === 'bad-flag');
  expect(said).toEqual(expected);
});
