import { expect, test } from 'vitest';
import { findingLines, reviewOf } from '../../../fakes/review';
import { peopleOf, turned } from '../../../fakes/people';

const emailOf = (n: number) => `person${n}@example.org`;

test.each<[string, (n: number) => string, number]>([
  ['a column sorted alone', (n) => emailOf(turned(20, 49, 7)(n)), 30],
  ['moved up by one', (n) => (n < 40 ? emailOf(n + 1) : ''), 39],
  ['corrections to new addresses', (n) => `new.${emailOf(n)}`, 0],
  ['other case', (n) => emailOf(n).toUpperCase(), 0],
  ['one address that is another row’s', (n) => (n === 3 ? emailOf(4) : emailOf(n)), 0],
])('emails-shifted: %s', (_, emailIn, expected) => {
  const review = reviewOf({
    columns: ['credential-id', 'recipient-email'],
    rows: Array.from({ length: 60 }, (_, index) => [String(index + 1), emailIn(index + 1)]),
    credentials: peopleOf(60),
  });
  const lines = findingLines(review.described).filter((line) => /shifted|swapped/.test(line));
  expect(lines.filter((line) => line.includes('emails-shifted recipient-email'))).toHaveLength(expected);
  expect(lines).toHaveLength(expected);
});
