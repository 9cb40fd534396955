import { describe, expect, test } from 'vitest';
import { nameOf, peopleOf } from '../../../fakes/people';
import { reviewOf } from '../../../fakes/review';
import { credentialOf } from '../../../fakes/credential';

/**
 * The alarms of a sheet in which the n-th row says `nameIn(n)`, with how many rows each is about.
 */
function alarmsOf(count: number, nameIn: (n: number) => string, credentials = peopleOf(count)) {
  const review = reviewOf({
    columns: ['credential-id', 'recipient-name'],
    rows: Array.from({ length: count }, (_, index) => [String(index + 1), nameIn(index + 1)]),
    credentials,
  });
  const alarms = review.described.flatMap(({ findings }) =>
    findings.filter(({ severity }) => severity === 'alarm'),
  );
  const counts: Record<string, number> = {};
  for (const { code } of alarms) counts[code] = (counts[code] ?? 0) + 1;
  // The number that is typed is that of all rows concerned, and each finding says it.
  for (const { code, facts } of alarms) expect(facts).toMatchObject({ count: counts[code] });
  return counts;
}

test.each<[string, number, (n: number) => string, Record<string, number>]>([
  [
    'a filtered paste: row n gets the name of row 3n',
    300,
    (n) => nameOf(n <= 100 ? 3 * n : n),
    { 'names-copied': 100 },
  ],
  ['a fill-down over five rows', 60, (n) => nameOf(n > 10 && n < 16 ? 10 : n), { 'names-copied': 5 }],
  ['two names copied over two others', 60, (n) => nameOf({ 3: 40, 7: 52 }[n] ?? n), { 'names-copied': 2 }],
  ['one half of the names over the other', 80, (n) => nameOf(n > 40 ? n - 40 : n), { 'names-copied': 40 }],
  [
    'in capitals, the surname first',
    60,
    (n) =>
      n < 4
        ? nameOf(n + 30)
            .toUpperCase()
            .split(' ')
            .reverse()
            .join(', ')
        : nameOf(n),
    { 'names-copied': 3 },
  ],
  [
    'one new name filled down over four',
    60,
    (n) => (n > 10 && n < 15 ? 'Zoe Quist' : nameOf(n)),
    { 'names-copied': 4 },
  ],
  ['twenty of 5,000', 5000, (n) => nameOf(n < 21 ? n + 3000 : n), { 'names-copied': 20 }],
  [
    'beside honest corrections',
    400,
    (n) => (n < 6 ? nameOf(n + 200) : n % 4 === 0 ? `${nameOf(n).split(' ')[0]!} Newman${n}` : nameOf(n)),
    { 'names-copied': 5 },
  ],
])('names-copied: %s', (_, count, nameIn, expected) => {
  expect(alarmsOf(count, nameIn)).toEqual(expected);
});

test('names-copied: a row names the one that has its new name', () => {
  const review = reviewOf({
    columns: ['credential-id', 'recipient-name'],
    rows: [1, 2, 3, 4, 5].map((n) => [String(n), nameOf(n < 3 ? n + 3 : n)]),
    credentials: peopleOf(5),
  });
  expect(review.described[0]?.findings.at(-1)).toMatchObject({
    code: 'names-copied',
    facts: { rows: [5], count: 2 },
  });
});

describe('no alarm on honest sheets', () => {
  /** Every second credential belongs to the person of the one before. */
  const twice = Array.from({ length: 60 }, (_, index) =>
    credentialOf({
      id: String(index + 1),
      recipientName: index % 2 === 0 ? nameOf(index) : `${nameOf(index - 1)} Junior`,
      recipientEmail: `person${index >> 1}@example.org`,
    }),
  );
  /** Six names for 600 people, of which ten are mistyped. */
  const few = peopleOf(600, (n) => `${nameOf(n % 6)}${n < 11 ? 'h' : ''}`);
  test.each<[string, number, (n: number) => string, ReturnType<typeof peopleOf>?]>([
    ['nothing changes', 60, nameOf],
    ['one name of somebody else: a namesake perhaps', 60, (n) => nameOf(n === 3 ? 40 : n)],
    ['everybody gets another surname', 200, (n) => `${nameOf(n).split(' ')[0]!} Newman${n % 30}`],
    ['capitals and order', 200, (n) => nameOf(n).toUpperCase().split(' ').reverse().join(' ')],
    ['a person with two credentials has one name on both', 60, (n) => nameOf((n - 1) & ~1), twice],
    ['ten of 600 mended to names that a hundred people have', 600, (n) => nameOf(n % 6), few],
    ['two married into one family', 60, (n) => (n < 3 ? `${nameOf(n).split(' ')[0]!} Quist` : nameOf(n))],
    [
      'a typo mended in every fifth row',
      200,
      (n) => (n % 5 === 0 ? nameOf(n).replace(/.$/, 'xe') : nameOf(n)),
    ],
    ['two people get one new name', 60, (n) => (n < 3 ? 'Zoe Quist' : nameOf(n))],
  ])('%s', (_, count, nameIn, credentials) => {
    expect(alarmsOf(count, nameIn, credentials)).toEqual({});
  });
});
