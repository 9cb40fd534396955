import { expect, test } from 'vitest';
import { credentialOf } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const credentials = [credentialOf({ id: '1', recipientName: 'Ada King', grade: 'Merit' })];
const grade = (text: string): WrittenReview => ({
  columns: ['credential-id', 'grade'],
  rows: [['1', text]],
  credentials,
});

test.each<[string, WrittenReview, readonly string[]]>([
  ...['n/a', 'N/A', 'NULL', '-', '–', 'N. A.', 'k. A.', 's/d', 'néant', 'TBD', '???', '(blank)'].map(
    (text) => [text, grade(text), ['2 placeholder grade']] as [string, WrittenReview, readonly string[]],
  ),
  [
    'a name',
    { columns: ['credential-id', 'recipient-name'], rows: [['1', 'unknown']], credentials },
    ['2 placeholder recipient-name'],
  ],
  ['not: a grade', grade('A-'), []],
  ['not: a number', grade('0'), []],
  ['not: a word in a text', grade('None of the above'), []],
  ['not: what is there already', grade('Merit'), []],
])('placeholder: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).told).filter((line) => line.split(' ')[1] === 'placeholder');
  expect(said).toEqual(expected);
});
