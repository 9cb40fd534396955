import { expect, test } from 'vitest';
import type { AttributeId } from '../../../../lib/credential/attribute';
import { previewReplacement, type WrittenOtherwise } from '../../../../lib/review/corrections/replace';
import { reviewOf } from '../../../fakes/review';
import type { WrittenCell } from '../../../fakes/table';
import { credentialOf } from '../../../fakes/credential';

/**
 * [what the column holds, its attribute, its cells, the first that the grid shows otherwise than
 * the sheet]
 */
test.each<[string, AttributeId, readonly WrittenCell[], WrittenOtherwise | null]>([
  [
    'days as they are written here',
    'expiry-date',
    ['', 'soon', '31/12/2027'],
    { text: '31/12/2027', shown: '2027-12-31' },
  ],
  ['days as the grid shows them', 'expiry-date', ['2027-12-31', '2028-01-01'], null],
  ['yes and no in other words', 'private', ['1', '0'], { text: '1', shown: true }],
  ['text', 'grade', ['A', 'B'], null],
])('%s: find and replace says how the sheet writes them', (_, attribute, cells, expected) => {
  const review = reviewOf({
    columns: ['credential-id', attribute],
    rows: cells.map((cell, at) => [String(at + 1), cell]),
    credentials: cells.map((_cell, at) => credentialOf({ id: String(at + 1) })),
    dateFormat: 'day-month-year',
  });
  const wanted = { attribute, find: '2027-12', replace: '2028-12', wholeCell: false, matchCase: false };
  expect(previewReplacement(review, wanted).otherwise).toEqual(expected);
});
