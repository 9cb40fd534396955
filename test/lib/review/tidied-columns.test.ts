import { expect, test } from 'vitest';
import { replacedCells } from '../../../lib/review/corrections/replace';
import { describeRows } from '../../../lib/review/cross-row/describe-rows';
import { correctedInput } from '../../../lib/review/corrections/corrected-input';
import { reviewSheet } from '../../../lib/review/view/review-sheet';
import { credentialOf } from '../../fakes/credential';
import { describeAll, reviewInputOf } from '../../fakes/review';
import { NO_CORRECTION } from '../../../lib/review/corrections/corrections';
import type { TextTransform } from '../../../lib/assign/choice/text-transform';
import { beginReview, decide } from '../../../lib/review/reviewed';
import { edit, sent } from '../../fakes/corrections';

/* A column that is tidied is compared as it will be sent; what the admin types is sent as typed. */

function reviewed(transform: TextTransform, name: string, present: string, typed: string | null = null) {
  const input = reviewInputOf({
    columns: ['credential-id', 'recipient-name'],
    rows: [['1', name]],
    credentials: [credentialOf({ id: '1', recipientName: present })],
  });
  const columns = input.assignment.columns.map((choice) =>
    choice.column === 1 ? { ...choice, transform } : choice,
  );
  const edits = typed === null ? [] : [['recipient-name', { written: name, text: typed }] as const];
  const corrected = correctedInput(
    { ...input, assignment: { ...input.assignment, columns } },
    {
      rows: new Map([[2, { ...NO_CORRECTION, edits: new Map(edits) }]]),
      columns: new Set(),
      counted: new Set(),
    },
  );
  return reviewSheet(corrected);
}

function fieldsOf(...of: Parameters<typeof reviewed>) {
  return describeAll(reviewed(...of)).flatMap(({ change }) => change?.fields ?? []);
}

test.each<[TextTransform, string, string, string | null]>([
  ['title', 'ADA KING', 'Ada King', null],
  ['title', 'ADA KING', 'Ada Queen', 'Ada King'],
  // A text that equals the platform's letter by letter is a change all the same, when the column is
  // tidied.
  ['upper', 'Ada King', 'Ada King', 'ADA KING'],
  ['spaces', 'Ada  King', 'Ada  King', 'Ada King'],
  ['trim', 'Ada  King', 'Ada  King', null],
  ['trim', ' Ada  King', 'Ada Queen', 'Ada  King'],
  // Spaces around the platform's value are no change as long as nobody asks for it; whoever tidies
  // the column does.
  ['trim', 'Ada  King', 'Ada  King ', 'Ada  King'],
  ['title', 'ADA KING', '\u00A0Ada King', 'Ada King'],
])('%s: %j over %j asks for %j', (transform, name, present, after) => {
  const fields = fieldsOf(transform, name, present);
  expect(fields.map((field) => field.after)).toEqual(after === null ? [] : [after]);
});

test('a correction is not tidied', () => {
  expect(fieldsOf('upper', 'Ada', 'Ada Queen', 'Ada King')).toEqual([
    { attribute: 'recipient-name', before: 'Ada Queen', after: 'Ada King' },
  ]);
});

/**
 * [transform, the cell, what was typed instead, the text that is edited, what becomes of it when
 * "Mc" is to be "Mac"]
 */
test.each<[TextTransform, string, string | null, string, string | null]>([
  ['title', 'JEAN MCDONALD', null, 'Jean McDonald', 'Jean MacDonald'],
  ['upper', 'Jean McDonald', null, 'JEAN MCDONALD', null],
  ['spaces', 'Jean  McDonald', null, 'Jean McDonald', 'Jean MacDonald'],
  ['upper', 'Jean Lee', 'Jean McLee', 'Jean McLee', 'Jean MacLee'],
])(
  '%s: %j, typed %j, is edited and searched as it is shown: %j',
  (transform, name, typed, text, replaced) => {
    const review = reviewed(transform, name, 'Ada', typed);
    const [row] = describeRows(review, [0]);
    expect(row?.cells.map((cell) => cell.text)).toEqual([text]);
    const options = { find: 'Mc', replace: 'Mac', wholeCell: false, matchCase: true };
    const cells = replacedCells(review, { attribute: 'recipient-name', ...options });
    expect(cells.map(({ before, after }) => [before, after])).toEqual(
      replaced === null ? [] : [[text, replaced]],
    );
  },
);

test('what the sheet says, typed into a column that is tidied, is meant so; what is shown, typed again, is no correction', () => {
  const input = reviewInputOf({
    columns: ['credential-id', 'recipient-name'],
    rows: [['1', 'Jean McDonald']],
    credentials: [credentialOf({ id: '1', recipientName: 'Ada' })],
  });
  const columns = input.assignment.columns.map((choice) => ({ ...choice, transform: 'upper' as const }));
  const begun = beginReview({ ...input, assignment: { ...input.assignment, columns } }, null);
  const typed = (text: string, before = begun) => decide(before, edit(2, 'recipient-name', text));
  expect(sent(begun)).toEqual(['2 recipient-name JEAN MCDONALD']);
  expect(sent(typed('Jean McDonald'))).toEqual(['2 recipient-name Jean McDonald']);
  expect(typed('JEAN MCDONALD')).toBe(begun);
  expect(typed('JEAN MCDONALD', typed('Jean McDonald')).corrections.rows.size).toBe(0);
});
