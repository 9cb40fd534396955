import { expect, test } from 'vitest';
import { describeColumns } from '../../../../lib/assign/facts/describe-columns';
import { guessAssignment } from '../../../../lib/assign/guess/guess';
import { attributesOf } from '../../../../lib/credential/attributes';
import { tableOf } from '../../../fakes/table';

const ATTRIBUTES = attributesOf([]);

test.each([
  ['every row', 1],
  ['every second row', 2],
  ['every third row', 3],
])('"Name" with different names in %s of a long sheet is the recipient\'s name', (_, every) => {
  const rows = Array.from({ length: 4_000 }, (_row, n) => [
    `p${n}@example.org`,
    n % every === 0 ? `Person ${wordOf(n)} ${wordOf(n * 7)}` : null,
  ]);
  const [, name] = guessAssignment(describeColumns(tableOf(['Email', 'Name'], rows)), ATTRIBUTES);
  expect(name!.target).toEqual({ kind: 'attribute', id: 'recipient-name' });
});

/** A word for each number, of letters alone. */
function wordOf(number: number): string {
  return Array.from(String(number), (digit) => String.fromCharCode(97 + Number(digit))).join('');
}

test('titles of courses, which repeat, are no names in a long sheet', () => {
  const rows = Array.from({ length: 4_000 }, (_, n) => [
    `p${n}@example.org`,
    n % 3 === 0 ? `Course ${wordOf(n % 50)}` : null,
  ]);
  const [, name] = guessAssignment(describeColumns(tableOf(['Email', 'Name'], rows)), ATTRIBUTES);
  expect(name).toMatchObject({ target: { kind: 'undecided' }, possible: 'recipient-name' });
});

test.each([
  ['#', '★'],
  ['%', '★'],
  ['***', '#'],
])('the header %s is not the attribute %s: neither has a letter or a digit', (header, name) => {
  const attributes = attributesOf([{ name, kind: 'text' }]);
  const table = tableOf(['Credential ID', header], [['71001', 'x']]);
  const [, guess] = guessAssignment(describeColumns(table), attributes);
  expect(guess).toMatchObject({ target: { kind: 'undecided' }, possible: null });
});
