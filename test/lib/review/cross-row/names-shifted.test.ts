import { describe, expect, test } from 'vitest';
import { findingLines, reviewOf } from '../../../fakes/review';
import { nameOf, peopleOf, turned } from '../../../fakes/people';

/** The rows with an alarm when the n-th row says `nameIn(n)`; rows are numbered from 2. */
function alarmsOf(count: number, nameIn: (n: number) => string, present: (n: number) => string = nameOf) {
  const review = reviewOf({
    columns: ['credential-id', 'recipient-name'],
    rows: Array.from({ length: count }, (_, index) => [String(index + 1), nameIn(index + 1)]),
    credentials: peopleOf(count, present),
  });
  const lines = findingLines(review.described).filter((line) => /shifted|swapped/.test(line));
  return lines.map((line) => line.split(' ').slice(0, 2).join(' '));
}

const rows = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${from + index} names-shifted`);

/** 7 is prime to 140, so that no one keeps a name. */
const sorted = turned(301, 440, 7);

test.each<[string, number, (n: number) => string, readonly string[]]>([
  ['140 rows sorted apart', 1000, (n) => nameOf(sorted(n)), rows(302, 441)],
  [
    'the whole column moved up by one, the last cell blank',
    30,
    (n) => (n === 30 ? '' : nameOf(n + 1)),
    rows(2, 30),
  ],
  [
    'the column moved down by one from row 12 on',
    30,
    (n) => (n > 11 ? nameOf(n - 1) : nameOf(n)),
    rows(13, 31),
  ],
  ['four rows moved up by one', 30, (n) => (n > 9 && n < 14 ? nameOf(n + 1) : nameOf(n)), rows(11, 14)],
  [
    'every tenth row sorted apart, as in a filtered list',
    400,
    (n) => (n % 10 === 0 ? nameOf(turned(1, 40, 3)(n / 10) * 10) : nameOf(n)),
    Array.from({ length: 40 }, (_, index) => `${(index + 1) * 10 + 1} names-shifted`),
  ],
])('names-shifted: %s', (_, count, nameIn, expected) => {
  expect(alarmsOf(count, nameIn)).toEqual(expected);
});

/** Each of 20 people has the name of the next one, the last that of the first. */
const next20 = turned(1, 20, 1);

test('names-shifted: two people who are swapped far behind are reported by themselves', () => {
  const found = alarmsOf(60, (n) => nameOf(n === 40 ? 55 : n === 55 ? 40 : next20(n)));
  expect(found).toEqual([...rows(2, 21), '41 people-swapped', '56 people-swapped']);
});

test('names-shifted: three people who exchange names in a column sorted alone are a part of it, the last row too', () => {
  const circle = new Map([
    [4, 15],
    [15, 30],
    [30, 4],
  ]);
  const others = Array.from({ length: 30 }, (_, index) => index + 1).filter((n) => !circle.has(n));
  const otherAfter = (n: number) => others[(others.indexOf(n) + 1) % others.length] ?? 0;
  expect(alarmsOf(30, (n) => nameOf(circle.get(n) ?? otherAfter(n)))).toEqual(rows(2, 31));
});

test('names-shifted: a row whose new name is a letter from its own is shifted with its neighbours', () => {
  const present = (n: number) => (n === 10 ? `${nameOf(9)}e` : nameOf(n));
  expect(alarmsOf(60, (n) => present(next20(n)), present)).toEqual(rows(2, 21));
});

test('names-shifted: sorted apart where ten names are all there are', () => {
  const present = (n: number) => nameOf((n * 7) % 10);
  const found = alarmsOf(600, (n) => present(turned(101, 160, 1)(n)), present);
  expect(found).toHaveLength(60);
});

describe('no alarm on honest sheets', () => {
  const maria = (n: number) => (n % 8 === 0 ? 'Maria Garcia' : n % 8 === 1 ? 'Maria Garzia' : nameOf(n));
  test.each<[string, (n: number) => string, ((n: number) => string)?]>([
    ['nothing changes', nameOf],
    [
      'case, accents and order',
      (n) => (n % 2 ? nameOf(n).toUpperCase() : nameOf(n).split(' ').reverse().join(', ')),
    ],
    ['everybody is somebody new', (n) => nameOf(n + 5000)],
    [
      '50 of one name: typos mended towards it, some marry away from it',
      (n) => (n % 8 === 1 ? 'Maria Garcia' : n % 40 === 0 ? 'Maria Lopez' : maria(n)),
      maria,
    ],
    [
      'two of 50 marry, one back into the name',
      (n) => (n === 8 ? 'Maria Lopez' : n === 300 ? 'Maria Garcia' : present(n)),
      present,
    ],
    [
      'chains of two: Jon to John, another John to Jonathan',
      (n) => ['Jonathan Roe', 'John Roe', 'John Roe'][n % 100] ?? jon(n),
      jon,
    ],
  ])('%s', (_, nameIn, present = nameOf) => {
    expect(alarmsOf(400, nameIn, present)).toEqual([]);
  });
  function present(n: number): string {
    return n % 8 === 0 ? 'Maria Garcia' : n % 8 === 4 ? 'Maria Lopez' : nameOf(n);
  }
  function jon(n: number): string {
    return ['John Roe', 'Jon Roe', 'Jon Roe'][n % 100] ?? nameOf(n);
  }
});

test('names-shifted: 140 of 100,000 rows, and nothing else', { timeout: 60_000 }, () => {
  const apart = turned(60_001, 60_140, 11);
  expect(alarmsOf(100_000, (n) => nameOf(apart(n)))).toEqual(rows(60_002, 60_141));
});
