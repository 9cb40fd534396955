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

test.each<[string, readonly string[], string]>([
  ['three of the group have the first word', ['Zulu Ada', 'Zulu Bo', 'Zulu Cy'], 'another-person'],
  ['one has it', ['Zulu Ada', 'Moyo Bo', 'Ncube Cy'], 'surname'],
  ['three credentials of one person have it', ['Zulu Ada', 'Zulu Ada', 'Zulu Ada'], 'surname'],
])('the group says that a first word is a family name: %s', (_, names, expected) => {
  const review = reviewOf({
    columns: ['credential-id', 'recipient-name'],
    rows: [['1', 'Zulu Thandi']],
    credentials: names.map((recipientName, n) => credentialOf({ id: String(n + 1), recipientName })),
  });
  expect(review.described[0]?.findings.map(({ facts }) => facts)).toMatchObject([{ nameClass: expected }]);
});

test.each<[string, string, string, string | null]>([
  ['a letter from it', 'Jon Smithson', 'John Smithson', 'another-person'],
  ['another surname', 'Ada Byrne', 'Ada Chen', 'another-person'],
  ['its accents', 'Nguyen Van An', 'Nguyễn Văn An', 'another-person'],
  ['where there was none', '', 'Bo Chen', 'another-person'],
  ['nobody has it', 'Ada Byrne', 'Ada Quist', 'surname'],
  ['nobody has it, a letter from it', 'Katherine Cole', 'Catharine Cole', 'typo'],
  ['nobody has its accents', 'Jose Nunez', 'José Núñez', 'spelling'],
  ['only its case is that of a namesake', 'LEA MOSS', 'Lea Moss', 'spelling'],
  ['the same person has it on another credential', 'Pia Quist', 'Pia Quistgaard', 'surname'],
])('a new name that somebody else has: %s', (_, before, after, expected) => {
  const others = ['John Smithson', 'Ada Chen', 'Nguyễn Văn An', 'Bo Chen', 'Lea Moss'].map((name, n) =>
    credentialOf({ id: String(n + 2), recipientName: name }),
  );
  const own = credentialOf({ id: '9', recipientName: 'Pia Quistgaard', recipientEmail: 'p1@example.org' });
  const review = reviewOf({
    columns: ['credential-id', 'recipient-name'],
    rows: [['1', after]],
    credentials: [...of({ id: '1', recipientName: before }), ...others, own],
  });
  const changes = review.described.flatMap(({ findings }) => findings);
  expect(changes.map(({ facts }) => facts)).toEqual([{ nameClass: expected }]);
});
