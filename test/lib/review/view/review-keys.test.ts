import { expect, test } from 'vitest';
import { unmatchedKeys } from '../../../../lib/review/view/review-keys';
import { credentialOf } from '../../../fakes/credential';
import { reviewOf } from '../../../fakes/review';

/* docs/product.md 2.4: keys that match nothing are looked for in other groups, other texts not. */

const CREDENTIALS = ['a1', 'a2', 'jdoe', 'mroe'].map((recipientId, at) =>
  credentialOf({ id: String(at + 1), recipientId, custom: {} }),
);

test.each<[string, readonly string[], readonly string[]]>([
  ['ids with digits', ['b1', 'b2'], ['b1', 'b2']],
  ['an id of letters among rows that are found', ['a1', 'jdoe', 'nobody'], ['nobody']],
  ['a name among rows that are found', ['a1', 'a2', 'Ada King'], []],
  ['first names only: a column chosen by mistake', ['Ada', 'Bo', 'Cy'], []],
  ['first names of which one happens to be an id', ['Ada', 'Bo', 'jdoe'], []],
  ['days', ['31.01.2027', '01.02.2027'], []],
  ['nothing that is missing', ['a1', 'mroe'], []],
])('%s', (_, keys, expected) => {
  const review = reviewOf({
    key: 'recipient-id',
    columns: ['recipient-id', 'grade'],
    rows: keys.map((key) => [key, 'Merit']),
    credentials: CREDENTIALS,
  });
  expect(unmatchedKeys(review)).toEqual(expected);
});
