import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'a shortened grade',
    { columns: ['credential-id', 'grade'], rows: [['1', '1.23E+15']], credentials: of({ id: '1' }) },
    ['2 damaged-number grade'],
  ],
  [
    'a shortened number that rows are matched by and that is no id',
    {
      columns: ['custom:CE Hours', 'grade'],
      rows: [['1.23E+15', 'B']],
      credentials: of({ id: '1', custom: { 'CE Hours': '5' } }),
    },
    ['2 damaged-number custom:CE Hours'],
  ],
  [
    'an id is said to be one',
    { columns: ['credential-id', 'grade'], rows: [['1.23E+15', 'B']], credentials: of({ id: '1' }) },
    [],
  ],
])('damaged-number: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).described).filter(
    (line) => line.split(' ')[1] === 'damaged-number',
  );
  expect(said).toEqual(expected);
});
