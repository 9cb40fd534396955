import { expect, test } from 'vitest';
import { credentialOf } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const credentials = [credentialOf({ id: '1', recipientName: 'Ada King', grade: 'Merit' })];
const grade = (text: string): WrittenReview => ({
  columns: ['credential-id', 'grade'],
  rows: [['1', text]],
  credentials,
});
const name = (text: string): WrittenReview => ({
  columns: ['credential-id', 'recipient-name'],
  rows: [['1', text]],
  credentials,
});

type Case = [string, WrittenReview, readonly string[]];

test.each<Case>([
  ...['n/a', 'N/A', 'NULL', '-', '–', 'N. A.', 'k. A.', 's/d', 'néant', 'TBD', '???', '(blank)'].map(
    (text) => [text, grade(text), ['2 placeholder grade']] as Case,
  ),
  ...[
    'To be confirmed',
    'not available',
    'Keine Angabe',
    'Não aplicável',
    'n.v.t.',
    'brak',
    'xxx',
    '\\N',
  ].map((text) => [text, grade(text), ['2 placeholder grade']] as Case),
  ...['No Name', 'To be advised', 'xxxx', 'AAAA', 'Nessuno', 'Sin nombre'].map(
    (text) => [`the name ${text}`, name(text), ['2 placeholder recipient-name']] as Case,
  ),
  ...['AAA', 'Notable', 'No award', 'Not yet competent', 'xx', 'To be or not to be', 'Nil desperandum'].map(
    (text) => [`not: ${text}`, grade(text), []] as Case,
  ),
  ...['Aa', 'Oo Zz', 'Noah Namer', 'Aaron Aas', 'Sin Sim', 'Brakel Jan'].map(
    (text) => [`not: the name ${text}`, name(text), []] as Case,
  ),
  ...['unknown', 'N/A N/A', 'null null', '-', 'Szőke TBC', 'tbd King', 'Ada ?', 'Ada (blank)', 'Ada n/a'].map(
    (text) => [`the name ${text}`, name(text), ['2 placeholder recipient-name']] as Case,
  ),
  ...['K. A.', 'S. D.', 'N D', 'Nan', 'Na', 'Todo', 'Ann Null', 'Tbcke Ann', 'Ann Atbd'].map(
    (text) => [`not: the name ${text}`, name(text), []] as Case,
  ),
  ['not: a grade', grade('A-'), []],
  ['not: a number', grade('0'), []],
  ['not: a word in a text', grade('None of the above'), []],
  ['not: what is there already', grade('Merit'), []],
])('placeholder: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).described).filter(
    (line) => line.split(' ')[1] === 'placeholder',
  );
  expect(said).toEqual(expected);
});
