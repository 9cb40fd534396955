import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { dayCell } from '../../../fakes/table';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'not a day',
    { columns: ['credential-id', 'issue-date'], rows: [['1', 'soon']], credentials: of({ id: '1' }) },
    ['2 bad-date issue-date'],
  ],
  [
    'not a real one',
    { columns: ['credential-id', 'issue-date'], rows: [['1', '2025-02-29']], credentials: of({ id: '1' }) },
    ['2 bad-date issue-date'],
  ],
  [
    'a number, or nothing, that is shown as a day; a year with a digit too many or in the wrong place',
    {
      columns: ['credential-id', 'issue-date', 'expiry-date'],
      rows: [
        ['1', dayCell('1900-01-05', '05/01/1900'), ''],
        ['2', '', dayCell('1904-01-01', '01/01/04')],
        ['3', '31/12/0202', ''],
      ],
      credentials: of({ id: '1' }, { id: '2' }, { id: '3' }),
    },
    ['2 bad-date issue-date', '3 bad-date expiry-date', '4 bad-date issue-date'],
  ],
  [
    'the very day that is there, or one of the account itself',
    {
      columns: ['credential-id', 'issue-date', 'custom:Seen On'],
      rows: [['1', dayCell('1900-01-05', '05/01/1900'), dayCell('1899-02-01')]],
      credentials: of({ id: '1', issuedOn: '1900-01-05' }),
    },
    [],
  ],
  [
    '29 February of a leap year',
    { columns: ['credential-id', 'issue-date'], rows: [['1', '2024-02-29']], credentials: of({ id: '1' }) },
    [],
  ],
])('bad-date: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).described).filter((line) => line.split(' ')[1] === 'bad-date');
  expect(said).toEqual(expected);
});
