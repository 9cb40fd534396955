import { expect, test } from 'vitest';
import { openingFilter } from '../../../../lib/review/view/opening-filter';
import type { ReviewFilter } from '../../../../lib/review/cross-row/review';
import { shapeOf } from '../../../../lib/review/similarity/change-shape';
import { summarise } from '../../../../lib/review/view/summarise';
import { credentialOf } from '../../../fakes/credential';
import { reviewedOf } from '../../../fakes/review';

const CHANGE = ['1', 'B'];
const SAME = ['2', 'A'];
const UNKNOWN = ['9', 'B'];
const RENAMED = ['2', 'A', 'Eve Other'];
const GRADE: ReviewFilter = { kind: 'attribute', attribute: 'grade' };
const NAME_CHANGE: ReviewFilter = { kind: 'finding', code: 'name-change' };
const GROUP: ReviewFilter = {
  kind: 'shape',
  code: 'name-change',
  attribute: 'recipient-name',
  key: shapeOf('Ada King', 'ADA KING', 'name'),
};
const CHANGES: ReviewFilter = { kind: 'changes' };
const ERRORS: ReviewFilter = { kind: 'errors' };
const NO_MATCH: ReviewFilter = { kind: 'finding', code: 'no-match' };

/** [the sheet, its rows, what was looked at before, what is looked at] */
test.each<[string, readonly string[][], ReviewFilter, ReviewFilter]>([
  ['changes', [CHANGE], CHANGES, CHANGES],
  ['changes and errors', [CHANGE, UNKNOWN], CHANGES, CHANGES],
  ['nothing but errors', [UNKNOWN], CHANGES, ERRORS],
  ['errors and rows without a change', [UNKNOWN, SAME], CHANGES, ERRORS],
  ['nothing at all', [SAME], CHANGES, CHANGES],
  ['a corrected file with an error left', [CHANGE, UNKNOWN], ERRORS, ERRORS],
  ['a corrected file without errors', [CHANGE], ERRORS, CHANGES],
  ['a corrected file without this kind of error', [CHANGE], NO_MATCH, CHANGES],
  ['a corrected file with this kind of error', [CHANGE, UNKNOWN], NO_MATCH, NO_MATCH],
  ['a corrected file without this kind of warning', [CHANGE], GROUP, CHANGES],
  ['a corrected file with this kind of warning', [CHANGE, RENAMED], GROUP, NAME_CHANGE],
  ['an attribute that changes', [CHANGE], GRADE, GRADE],
  ['a corrected file in which it changes no more', [SAME], GRADE, CHANGES],
  ['a corrected file in which another one changes', [RENAMED], GRADE, CHANGES],
  ['an attribute that changes no more, and errors', [UNKNOWN], GRADE, ERRORS],
  ['errors, but all rows were looked at', [UNKNOWN], { kind: 'all' }, { kind: 'all' }],
])('%s', (_, rows, chosen, expected) => {
  const { review, decisions } = reviewedOf({
    columns: ['credential-id', 'grade', 'recipient-name'],
    rows: rows.map(([id = '', grade = '', name = null]) => [id, grade, name]),
    credentials: ['1', '2'].map((id) => credentialOf({ id, grade: 'A', recipientName: `Person ${id}` })),
  });
  expect(openingFilter(chosen, summarise(review, decisions))).toEqual(expected);
});
