import { expect, test } from 'vitest';
import { diffOf, linesOf, type WrittenRow } from '../../../fakes/row-diff';
import { dayCell } from '../../../fakes/table';

/* Cells that become a text and are none in the file: Excel may have made them of what was typed. */

test.each<readonly [string, WrittenRow, readonly string[] | undefined]>([
  ['a number as a grade', { cells: [['grade', 5]] }, ['grade number']],
  ['a day as a grade', { cells: [['grade', dayCell('2027-01-02', '2/1')]] }, ['grade day']],
  ['a flag as a grade', { cells: [['grade', true]] }, ['grade flag']],
  ['a number as a name', { cells: [['recipient-name', 12]] }, ['recipient-name number']],
  [
    'a number and a day',
    {
      cells: [
        ['grade', 5],
        ['credential-name', dayCell('2027-01-02', '2/1')],
      ],
    },
    ['grade number', 'credential-name day'],
  ],
  ['a text as a grade', { cells: [['grade', '5']] }, undefined],
  ['a number that is there', { cells: [['grade', 5]], present: { grade: '5' }, which: 'all' }, undefined],
  [
    'a number that its rule keeps',
    { cells: [['grade', 5]], present: { grade: '6' }, write: 'never' },
    undefined,
  ],
  ['a number that is excluded', { cells: [['grade', 5]], excluded: ['grade'] }, undefined],
  ['a day as a day', { cells: [['expiry-date', dayCell('2028-01-02')]] }, undefined],
  ['a flag as a flag', { cells: [['published', false]] }, undefined],
  [
    'a blank cell that clears',
    { cells: [['grade', null]], present: { grade: 'A' }, blank: 'clear' },
    undefined,
  ],
])('%s', (_name, written, expected) => {
  expect(linesOf(diffOf(written)).typed).toEqual(expected);
});

const grace = { recipientName: 'Grace Hopper', recipientEmail: 'grace@example.org' };
test.each<readonly [string, WrittenRow, true | undefined]>([
  ['the name of somebody else', { cells: [['recipient-name', 'Grace Hopper']], others: [grace] }, true],
  ['a name that nobody has', { cells: [['recipient-name', 'Mary Shelley']], others: [grace] }, undefined],
  [
    'the name of somebody else as a grade',
    { cells: [['grade', 'Grace Hopper']], others: [grace] },
    undefined,
  ],
  [
    'the same name',
    { cells: [['recipient-name', 'Ada Lovelace']], others: [grace], which: 'all' },
    undefined,
  ],
  ['a name that is kept', { cells: [['recipient-name', null]], others: [grace], which: 'all' }, undefined],
  [
    'the name of somebody else, then a grade',
    {
      cells: [
        ['recipient-name', 'Grace Hopper'],
        ['grade', 'B'],
      ],
      others: [grace],
    },
    true,
  ],
])('whether the row takes the name of somebody else: %s', (_name, written, expected) => {
  expect(linesOf(diffOf(written)).takesAnothersName).toBe(expected);
});
