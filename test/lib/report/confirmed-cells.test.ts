import { expect, test } from 'vitest';
import { sheetResults } from '../../../lib/report/sheet-results';
import type { Decision } from '../../../lib/review/corrections/decision';
import { makePlan } from '../../../lib/review/plan/make-plan';
import { credentialOf } from '../../fakes/credential';
import { RESULT_WORDS } from '../../fakes/result-words';
import { reviewedOf, type WrittenReview } from '../../fakes/review';

/*
 * The cells of a result in the admin's own columns that differ from the sheet's (docs/product.md
 * 2.6).
 */

const credentials = ['1', '2'].map((id) => credentialOf({ id, grade: 'A', recipientName: `Person ${id}` }));

/**
 * The admin's own cells of each row, when all rows failed. `grade`: sent instead of the sheet's.
 */
function ownCells(sheet: WrittenReview, decisions: readonly Decision[], grade: string | null = null) {
  const { review, decisions: decided, written } = reviewedOf(sheet, ...decisions);
  const plan = makePlan(review, decided);
  if (!plan.ok) throw new Error(JSON.stringify(plan.problem));
  const results = plan.value.changes.map(({ credential, fields }) => ({
    credential,
    failed: true,
    status: 'refused',
    message: '',
    link: '',
    fields: fields.map((field) =>
      field.attribute === 'grade' && grade !== null ? { ...field, after: grade } : field,
    ),
  }));
  const of = { table: written.table, joins: [], review, changes: plan.value.changes, delimiter: undefined };
  const width = written.table.columns.length;
  return sheetResults(of, results, RESULT_WORDS, 'all')
    .slice(1)
    .map((row) => row.slice(0, width));
}

const leaveOutRow: Decision = { kind: 'exclude', rows: [3], excluded: true };
const confirmNames: Decision = { kind: 'confirm', code: 'name-change', confirmed: true };

test.each<[string, WrittenReview, readonly Decision[], string | null, readonly (readonly string[])[]]>([
  [
    'another value was sent: that one',
    { columns: ['credential-id', 'grade'], rows: [['1', 'B']], credentials },
    [],
    'X',
    [['1', 'X']],
  ],
  [
    'another value was sent for the credential of a row that was left out: its own stays',
    {
      columns: ['credential-id', 'grade'],
      rows: [
        ['1', 'B'],
        ['1', 'C'],
      ],
      credentials,
    },
    [leaveOutRow],
    'X',
    [
      ['1', 'X'],
      ['1', 'C'],
    ],
  ],
  [
    'a cell was left out: the present value, so that it is not proposed again',
    { columns: ['credential-id', 'grade', 'recipient-name'], rows: [['1', 'WRONG', 'Zoe']], credentials },
    [{ kind: 'exclude-cell', row: 2, attribute: 'grade', excluded: true }, confirmNames],
    null,
    [['1', 'A', 'Zoe']],
  ],
  [
    'a column was left out',
    {
      columns: ['credential-id', 'grade', 'recipient-name'],
      rows: [
        ['1', 'B', 'Zoe'],
        ['2', 'A', 'Person 2'],
      ],
      credentials,
    },
    [{ kind: 'exclude-column', attribute: 'grade', excluded: true }, confirmNames],
    null,
    [
      ['1', 'A', 'Zoe'],
      ['2', 'A', 'Person 2'],
    ],
  ],
])('%s', (_, sheet, decisions, grade, expected) => {
  expect(ownCells(sheet, decisions, grade)).toEqual(expected);
});
