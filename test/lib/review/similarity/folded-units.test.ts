import { expect, test } from 'vitest';
import { classByWords, classOfNameChange } from '../../../../lib/review/similarity/class-of-name-change';
import { distanceOf, editDistance } from '../../../../lib/review/similarity/edit-distance';
import { wordsOfName } from '../../../../lib/credential/folded-name';
import { FoldedName } from '../../../../lib/review/similarity/folded-units';
import { identityHash } from '../../../../lib/review/identity/identity-hash';
import { seededRandom } from '../../../platform/seeded-random';

/*
 * Names are folded sign by sign where that is enough, and by words where it is not. Both ways say
 * the same: tried on names of any signs, and on corrections of names such as people make.
 */

const random = seededRandom(1, 'names');
const pick = <T>(among: ArrayLike<T>): T => among[Math.floor(random() * among.length)]!;
const signFrom = ([first, last]: readonly [number, number]) =>
  String.fromCharCode(first + Math.floor(random() * (last - first + 1)));
/**
 * ASCII, Latin, all that is folded by itself, combining accents, Hangul and its parts, and
 * everything.
 */
const RANGES = [
  [0x20, 0x7e],
  [0x20, 0x24f],
  [0x20, 0x7ff],
  [0x300, 0x36f],
  [0x1100, 0x11ff],
  [0xac00, 0xac7f],
  [0x0, 0xffff],
] as const;
const nameOf = () => Array.from({ length: Math.floor(random() * 8) }, () => signFrom(pick(RANGES))).join('');
const WORDS = [
  'Ana',
  'ana',
  'Ánä',
  'Ruiz',
  'Riuz',
  'Ruis',
  "O'Neill",
  'ΓΙΩΡΓΟΣ',
  'Пётр',
  'J.',
  'Li',
  '王小明',
  '-',
  ',',
];
const personOf = () =>
  Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(WORDS)).join(pick([' ', ', ', '-']));

test('a name that is folded sign by sign has the letters and words of the name that is folded as a whole', () => {
  const folded = new FoldedName();
  let taken = 0;
  for (let run = 0; run < 5000; run += 1) {
    const name = run % 2 === 0 ? nameOf() : personOf();
    if (!folded.take(name)) continue;
    taken += 1;
    const words = wordsOfName(name);
    const letters = String.fromCharCode(...folded.letters.subarray(0, folded.length));
    const reported = [letters, folded.words, letters.slice(0, folded.first)];
    expect(reported, JSON.stringify(name)).toEqual([words.join(''), words.length, words[0] ?? '']);
  }
  expect(taken).toBeGreaterThan(2500);
});

test('a change of name has the same class either way', () => {
  const classes = new Set<string>();
  const wrong: string[][] = [];
  for (let run = 0; run < 5000; run += 1) {
    const before = run % 4 === 0 ? nameOf() : personOf();
    const at = Math.floor(random() * before.length);
    const after = pick([
      personOf(),
      before.slice(0, at) + pick('aeiou') + before.slice(at + 1),
      before.toUpperCase(),
      before.split(' ').reverse().join(' '),
    ]);
    const found = classOfNameChange(before, after);
    if (found !== classByWords(before, after)) wrong.push([before, after, found]);
    classes.add(found);
  }
  expect(wrong).toEqual([]);
  expect([...classes].sort()).toEqual(['another-person', 'order', 'spelling', 'surname', 'typo']);
});

test('a name has the same number in signs that are folded by themselves and in others', () => {
  const names = Array.from({ length: 2000 }, (_, run) => (run % 2 === 0 ? nameOf() : personOf()));
  const hash = (name: string) => identityHash('recipient-name', name);
  expect(names.filter((name) => hash(`${name}\u2060`) !== hash(name))).toEqual([]);
});

/** Every line of the matrix whole, as the books have it. */
function wholeDistance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1) {
      const steps = [
        d[i - 1]![j]! + 1,
        d[i]![j - 1]! + 1,
        d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      ];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) steps.push(d[i - 2]![j - 2]! + 1);
      d[i]![j] = Math.min(...steps);
    }
  return d[a.length]![b.length]!;
}

test('a distance up to the limit is that of the whole matrix, and one above it is said to be above', () => {
  for (let run = 0; run < 5000; run += 1) {
    const [a, b] = [0, 1].map(() =>
      Array.from({ length: Math.floor(random() * 8) }, () => pick('abc')).join(''),
    );
    const limit = 1 + (run % 3);
    const least = Math.min(wholeDistance(a!, b!), limit + 1);
    expect(Math.min(editDistance(a!, b!, limit), limit + 1), `${a} ${b}`).toBe(least);
  }
});

test.each([
  ['long names', 'a'.repeat(2000), `b${'a'.repeat(1999)}c`, 2],
  ['letters beyond U+FFFF', '𠮷野', '𠮸野', 1],
])('%s', (_, a, b, distance) => {
  expect(editDistance(a, b, 2)).toBe(distance);
  expect(distanceOf([1, 2, 3, 9], 3, [1, 3, 2, 8], 3, 2)).toBe(1);
});
