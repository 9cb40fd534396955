import { describe, expect, test } from 'vitest';
import { nameOf, peopleOf, turned } from '../../../fakes/people';
import { reviewOf } from '../../../fakes/review';
import type { WrittenCell } from '../../../fakes/table';

/*
 * docs/product.md 2.4, names-shifted: first and last names are often two columns that are joined.
 * One of them was sorted or moved alone, so that each person gets a part of somebody else's name.
 */

const given = (n: number) => nameOf(n).split(' ')[0] ?? '';
const family = (n: number) => nameOf(n).split(' ')[1] ?? '';
const pair = (n: number, other: number) => `${given(n)} ${family(other)}`;

function reviewWith(count: number, nameIn: (n: number) => WrittenCell, present: (n: number) => string) {
  return reviewOf({
    columns: ['credential-id', 'recipient-name'],
    rows: Array.from({ length: count }, (_, index) => [String(index + 1), nameIn(index + 1)]),
    credentials: peopleOf(count, present),
  });
}

/**
 * Rows with the alarm when the n-th row says `nameIn(n)`. Each of them is told how many they are.
 */
function alarmed(count: number, nameIn: (n: number) => WrittenCell, present = nameOf): number {
  const found = reviewWith(count, nameIn, present).described.flatMap(({ findings }) =>
    findings.filter(({ code }) => code === 'names-shifted'),
  );
  for (const { facts } of found) expect(facts).toMatchObject({ count: found.length });
  return found.length;
}

const sorted = turned(1, 60, 7);

describe('a part of the names was shifted', () => {
  test.each<[string, number, (n: number) => string, number, ((n: number) => string)?]>([
    ['surnames moved up by one', 60, (n) => pair(n, n < 60 ? n + 1 : n), 59],
    ['surnames moved down by two', 60, (n) => pair(n, n > 2 ? n - 2 : n), 58],
    ['surnames sorted apart', 60, (n) => pair(n, sorted(n)), 60],
    ['surnames of twelve rows in the middle', 300, (n) => pair(n, n > 99 && n < 112 ? n + 1 : n), 12],
    ['surnames of three rows in a ring', 40, (n) => pair(n, turned(7, 9, 1)(n)), 3],
    ['given names moved up by one', 60, (n) => pair(n < 60 ? n + 1 : n, n), 59],
    ['given names sorted apart', 60, (n) => pair(sorted(n), n), 60],
    [
      'written in capitals, the surname first',
      60,
      (n) => `${family(sorted(n)).toUpperCase()}, ${given(n)}`,
      60,
    ],
    [
      'surnames first, with a comma, on both sides',
      60,
      (n) => `${family(sorted(n))}, ${given(n)}`,
      60,
      (n) => `${family(n)}, ${given(n)}`,
    ],
    [
      'with middle names that stay',
      60,
      (n) => `${given(n)} Maria ${family(sorted(n))}`,
      60,
      (n) => `${given(n)} Maria ${family(n)}`,
    ],
    [
      'surnames of two words',
      60,
      (n) => `${given(n)} van ${family(sorted(n))}`,
      60,
      (n) => `${given(n)} van ${family(n)}`,
    ],
    [
      'every second person has no surname that differs',
      60,
      (n) => pair(n, n % 2 === 0 ? n : turned(1, 30, 3)((n + 1) / 2) * 2 - 1),
      30,
    ],
    ['a few typing errors between', 60, (n) => pair(n, sorted(n)) + (n % 20 === 0 ? 'x' : ''), 60],
  ])('%s', (_, count, nameIn, expected, present = nameOf) => {
    const found = alarmed(count, nameIn, present);
    expect(found).toBeGreaterThanOrEqual(Math.floor(expected * 0.9));
    expect(found).toBeLessThanOrEqual(expected);
  });

  test('each row says whose part it takes', () => {
    const { described } = reviewWith(8, (n) => pair(n, turned(2, 5, 1)(n)), nameOf);
    const alarms = described.flatMap(({ row, findings }) =>
      findings.flatMap(({ code, facts }) => (code === 'names-shifted' ? [[row, facts]] : [])),
    );
    expect(alarms).toEqual([
      [3, { rows: [4], count: 4, isPart: true }],
      [4, { rows: [5], count: 4, isPart: true }],
      [5, { rows: [6], count: 4, isPart: true }],
      [6, { rows: [3], count: 4, isPart: true }],
    ]);
  });

  test('whole names and parts of names that were shifted are one number', () => {
    const nameIn = (n: number) => (n <= 20 ? nameOf(turned(1, 20, 1)(n)) : pair(n, turned(31, 50, 1)(n)));
    expect(alarmed(60, nameIn)).toBe(40);
  });
});

describe('honest changes of a part of the name', () => {
  test.each<[string, number, (n: number) => WrittenCell, ((n: number) => string)?]>([
    ['everybody marries somebody new', 60, (n) => pair(n, n + 5000)],
    [
      'one in five takes the surname of somebody far away',
      300,
      (n) => (n % 5 ? nameOf(n) : pair(n, 301 - n)),
    ],
    ['two neighbours exchange surnames', 60, (n) => pair(n, turned(8, 9, 1)(n))],
    ['all take one surname', 60, (n) => `${given(n)} Novak`],
    ['a middle initial', 60, (n) => `${given(n)} ${'ABC'[n % 3] ?? ''}. ${family(n)}`],
    [
      'other middle initials',
      60,
      (n) => `${given(n)} J. ${family(n)}`,
      (n) => `${given(n)} ${'ABC'[n % 3] ?? ''}. ${family(n)}`,
    ],
    [
      'another degree behind all names',
      60,
      (n) => `${nameOf(n)}, PhD`,
      (n) => `${nameOf(n)}, ${n % 2 ? 'MD' : 'MSc'}`,
    ],
    ['another title in front', 60, (n) => `Prof. ${nameOf(n)}`, (n) => `Dr. ${nameOf(n)}`],
    ['typing errors', 60, (n) => `${nameOf(n)}x`],
    ['case and order', 60, (n) => `${family(n).toUpperCase()}, ${given(n)}`],
    ['nicknames', 60, (n) => `Bobby ${family(n)}`],
    ['the second surname is dropped', 60, nameOf, (n) => `${nameOf(n)} ${family(n + 1)}`],
    ['a second surname is added', 60, (n) => `${nameOf(n)} ${family(n + 1)}`],
    [
      'six surnames for all, every tenth row marries',
      300,
      (n) => `${given(n)} ${of6(n + (n % 10 ? 0 : 1))}`,
      six,
    ],
    ['blank cells between', 60, (n) => (n % 2 ? null : nameOf(n))],
  ])('%s', (_, count, nameIn, present = nameOf) => {
    expect(alarmed(count, nameIn, present)).toBe(0);
  });
  function of6(n: number): string {
    return ['Roe', 'Diaz', 'Kim', 'Lund', 'Okeke', 'Sato'][n % 6] ?? '';
  }
  function six(n: number): string {
    return `${given(n)} ${of6(n)}`;
  }
});
