import { expect, test } from 'vitest';
import { describeColumns } from '../../../lib/assign/facts/describe-columns';
import { reportColumns } from '../../../lib/assign/facts/column-report';
import { FIRST_JOINED } from '../../../lib/assign/edit/join';
import { joinColumns } from '../../../lib/assign/edit/joined-columns';
import type { BlankRule } from '../../../lib/assign/choice/assignment';
import { attributesOf } from '../../../lib/credential/attributes';
import { reviewSheet } from '../../../lib/review/view/review-sheet';
import { windowOf } from '../../../lib/review/view/review-window';
import { credentialOf } from '../../fakes/credential';
import { reviewInputOf } from '../../fakes/review';
import { tableOf } from '../../fakes/table';

/* Two columns read as one: half a name is not written over a whole one. */

const PRESENT = 'Louise Gustafsson';

function reviewed(first: string | null, last: string | null, blank: BlankRule, attribute = 'recipient-name') {
  const input = reviewInputOf({
    columns: ['credential-id'],
    rows: [['1']],
    credentials: [credentialOf({ id: '1', recipientName: PRESENT, grade: PRESENT })],
  });
  const own = tableOf(['Id', 'First', 'Last'], [['1', first, last]]);
  const table = joinColumns(own, [{ column: FIRST_JOINED, first: 1, second: 2 }]);
  const target = { kind: 'attribute', id: attribute as 'grade' } as const;
  const joined = { column: FIRST_JOINED, target, dateFormat: null, blank, write: 'always' } as const;
  const assignment = { ...input.assignment, columns: [...input.assignment.columns, joined] };
  return { ...input, table, assignment };
}

const cellOf = (review: ReturnType<typeof reviewSheet>) =>
  windowOf(review, { filter: { kind: 'all' }, search: '', sort: null }, 0, 1).rows[0]?.cells[0];

test.each<[string, string | null, string | null, BlankRule, string, string | null]>([
  ['both', 'Louise', 'Gustavsson', 'keep', 'changed', 'Louise Gustavsson'],
  ['both as they are', 'Louise', 'Gustafsson', 'keep', 'same', PRESENT],
  ['the first is blank', null, 'Gustafsson', 'keep', 'kept-because-blank', PRESENT],
  ['the second is blank', 'Louise', ' ', 'keep', 'kept-because-blank', PRESENT],
  [
    'the first is only a sign that nobody sees',
    '\u200B',
    'Gustafsson',
    'keep',
    'kept-because-blank',
    PRESENT,
  ],
  ['the second is', 'Louise', '\u00AD', 'keep', 'kept-because-blank', PRESENT],
  ['neither is there', null, null, 'keep', 'kept-because-blank', PRESENT],
  ['what is there is wanted', null, 'Gustafsson', 'clear', 'changed', 'Gustafsson'],
  ['nothing is there, and a name cannot be cleared', null, null, 'clear', 'kept-because-blank', PRESENT],
])('%s', (_, first, last, blank, outcome, after) => {
  const review = reviewSheet(reviewed(first, last, blank));
  expect(cellOf(review)).toMatchObject({ outcome, after });
});

test('nothing is there, and what can be cleared is', () => {
  const review = reviewSheet(reviewed(null, null, 'clear', 'grade'));
  expect(cellOf(review)).toMatchObject({ outcome: 'cleared', after: null });
});

test('it is a blank in Assign, in the facts of the column and in what it is counted by', () => {
  const { table, assignment } = reviewed(null, 'Gustafsson', 'keep');
  expect(describeColumns(table).at(-1)).toMatchObject({ values: 0, blanks: 1, samples: [] });
  expect(reportColumns(table, describeColumns(table), assignment, attributesOf([])).at(-1)).toMatchObject({
    blank: 1,
  });
});
