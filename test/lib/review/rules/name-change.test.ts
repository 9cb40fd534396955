import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'another name',
    { columns: ['credential-id', 'recipient-name'], rows: [['1', 'Ada King']], credentials: of({ id: '1' }) },
    ['2 name-change recipient-name'],
  ],
  [
    'composed otherwise',
    {
      columns: ['credential-id', 'recipient-name'],
      rows: [['1', 'Jose\u0301']],
      credentials: of({ id: '1', recipientName: 'José' }),
    },
    [],
  ],
  [
    'where there was none',
    {
      columns: ['credential-id', 'recipient-name'],
      rows: [['1', 'Ada']],
      credentials: of({ id: '1', recipientName: null }),
    },
    ['2 name-change recipient-name'],
  ],
])('name-change: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).described).filter(
    (line) => line.split(' ')[1] === 'name-change',
  );
  expect(said).toEqual(expected);
});
