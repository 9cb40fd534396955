import { describe, expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { nameOf, peopleOf } from '../../../fakes/people';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);
const FOUR = of(
  { id: '1', recipientName: 'Ana Ruiz' },
  { id: '2', recipientName: 'Ben Moor' },
  { id: '3', recipientName: 'Cleo Voss' },
  { id: '4', recipientName: 'Dan Ode' },
);
const columns = ['credential-id', 'recipient-name'] as const;

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'two people',
    {
      columns,
      rows: [
        ['1', 'ben moor'],
        ['3', 'Cleo Voss'],
        ['2', 'Ruiz, Ana'],
      ],
      credentials: FOUR,
    },
    ['2 recipient-name', '4 recipient-name'],
  ],
  [
    'three in a circle',
    {
      columns,
      rows: [
        ['1', 'Ben Moor'],
        ['2', 'Cleo Voss'],
        ['3', 'Ana Ruiz'],
        ['4', 'Dan Ode'],
      ],
      credentials: FOUR,
    },
    ['2 recipient-name', '3 recipient-name', '4 recipient-name'],
  ],
  [
    'names that differ in a letter',
    {
      columns,
      rows: [
        ['1', 'John Smith'],
        ['2', 'Jon Smith'],
      ],
      credentials: of({ id: '1', recipientName: 'Jon Smith' }, { id: '2', recipientName: 'John Smith' }),
    },
    ['2 recipient-name', '3 recipient-name'],
  ],
  [
    'e-mails',
    {
      columns: ['credential-id', 'recipient-email'],
      rows: [
        ['1', 'p2@example.org'],
        ['2', 'P1@example.org'],
      ],
      credentials: FOUR,
    },
    ['2 recipient-email', '3 recipient-email'],
  ],
  [
    'not: a name that another keeps',
    {
      columns,
      rows: [
        ['1', 'Ben Moor'],
        ['2', 'Ben Moor'],
      ],
      credentials: FOUR,
    },
    [],
  ],
  [
    'not: a name that another gives up',
    {
      columns,
      rows: [
        ['1', 'Ben Moor'],
        ['2', 'Ben Smith'],
      ],
      credentials: FOUR,
    },
    [],
  ],
  [
    'not: two credentials of one person',
    {
      columns,
      rows: [
        ['1', 'Ana Smith'],
        ['2', 'Ana Ruiz'],
      ],
      credentials: of(
        { id: '1', recipientName: 'Ana Ruiz', recipientEmail: 'ana@example.org' },
        { id: '2', recipientName: 'Ana Smith', recipientEmail: 'Ana@example.org' },
      ),
    },
    [],
  ],
])('people-swapped: %s', (_, written, expected) => {
  const lines = findingLines(reviewOf(written).described).filter((line) => /shifted|swapped/.test(line));
  expect(lines).toEqual(expected.map((line) => line.replace(' ', ' people-swapped ')));
});

/**
 * The rows with an alarm (five rare names in a chain are a shift) when the n-th of `count` people
 * gets `nameIn(n)`.
 */
function swappedRows(count: number, nameIn: (n: number) => string, present: (n: number) => string = nameOf) {
  const review = reviewOf({
    columns,
    rows: Array.from({ length: count }, (_, index) => [String(index + 1), nameIn(index + 1)]),
    credentials: peopleOf(count, present),
  });
  return findingLines(review.described)
    .filter((line) => /people-swapped|names-shifted/.test(line))
    .map((line) => Number(line.split(' ')[0]));
}

describe('cycles far apart in a large sheet', () => {
  test.each([2, 3, 4, 5, 6, 8, 10])('%i people', (people) => {
    const apart = (n: number) => (n % 400 === 0 && n <= people * 400 ? n : 0);
    const next = (n: number) => (n === people * 400 ? 400 : n + 400);
    const found = swappedRows(5000, (n) => nameOf(apart(n) === 0 ? n : next(n)));
    expect(found).toEqual(Array.from({ length: people }, (_, at) => (at + 1) * 400 + 1));
  });

  test('five people whose names two others have as well', () => {
    const present = (n: number) => nameOf(n > 4000 && n <= 4005 ? (n - 4000) * 400 : n);
    const next = (n: number) => (n === 2000 ? 400 : n + 400);
    const found = swappedRows(
      5000,
      (n) => (n % 400 === 0 && n <= 2000 ? nameOf(next(n)) : present(n)),
      present,
    );
    expect(found).toEqual([401, 801, 1201, 1601, 2001]);
  });
});

describe('names that differ only in accents or order', () => {
  const two = (one: string, other: string) => (n: number) => ({ 10: one, 40: other })[n] ?? nameOf(n);
  test.each<[string, string]>([
    ['Nguyễn Văn An', 'Nguyễn Văn Ân'],
    ['Ada Byrne', 'Byrne Ada'],
    ['Jose Nunez', 'José Núñez'],
    ['Maryann Lee', 'Mary-Ann Lee'],
  ])('%s and %s are swapped', (one, other) => {
    expect(swappedRows(60, two(other, one), two(one, other))).toEqual([11, 41]);
  });

  test.each<[string, string, string, string, string]>([
    ['only one gets the accent', 'Jose Nunez', 'José Núñez', 'José Núñez', 'José Núñez'],
    ['both get the accent', 'Jose Nunez', 'José Nunez', 'José Núñez', 'José Núñez'],
    ['both are put into one order', 'Ada Byrne', 'Byrne Ada', 'Byrne, Ada', 'Byrne, Ada'],
    ['only the case is exchanged', 'ADA BYRNE', 'Ada Byrne', 'Ada Byrne', 'ADA BYRNE'],
    ['nothing changes', 'Ada Byrne', 'Byrne Ada', 'Ada Byrne', 'Byrne Ada'],
  ])('not: %s', (_, one, other, oneAfter, otherAfter) => {
    expect(swappedRows(60, two(oneAfter, otherAfter), two(one, other))).toEqual([]);
  });
});
