import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'a shortened key',
    { columns: ['credential-id', 'grade'], rows: [['1.23E+15', 'B']], credentials: of({ id: '1' }) },
    ['2 damaged-id credential-id'],
  ],
  [
    'a shortened license beside the key',
    {
      columns: ['credential-id', 'license-id', 'grade'],
      rows: [['1', '4.5E+11', 'B']],
      credentials: of({ id: '1', licenseId: '450000000000' }),
    },
    ['2 damaged-id license-id'],
  ],
  [
    'a long number that is only shown short',
    {
      columns: ['credential-id', 'grade'],
      rows: [[{ kind: 'number', text: '1.23457E+11', value: 123456789012, damaged: false }, 'B']],
      credentials: of({ id: '123456789012' }),
    },
    [],
  ],
])('damaged-id: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).described).filter(
    (line) => line.split(' ')[1] === 'damaged-id',
  );
  expect(said).toEqual(expected);
});
