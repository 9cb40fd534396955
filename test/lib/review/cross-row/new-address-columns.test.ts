import { expect, test } from 'vitest';
import { credentialOf } from '../../../fakes/credential';
import { reviewOf } from '../../../fakes/review';

/* docs/product.md 2.4, new-address: no offer where the own address is elsewhere in the sheet. */

const ROWS = 400;
const GROUP = [
  credentialOf({ id: '1', recipientName: 'Ada King', recipientEmail: 'ada@old.org', grade: 'A' }),
  ...Array.from({ length: ROWS }, (_, index) =>
    credentialOf({ id: String(index + 2), recipientEmail: `p${index}@old.org`, grade: 'A' }),
  ),
];

/** Kinds of finding of Ada King's row, with so many other rows and a text in one of them. */
function codesWith(text: string, at: number, others = ROWS): readonly string[] {
  const { described } = reviewOf({
    columns: ['recipient-email', 'recipient-name', 'custom:CE Hours'],
    rows: [
      ['ada@new.org', 'Ada King', null],
      ...Array.from({ length: others }, (_, index) => [
        `p${index}@old.org`,
        null,
        index === at ? text : null,
      ]),
    ],
    credentials: GROUP,
  });
  return described.filter(({ row }) => row === 2).flatMap(({ findings }) => findings.map(({ code }) => code));
}

test.each<[string, string, number, string]>([
  ['in the next row', 'ada@old.org', 0, 'no-match'],
  ['in one row of a column that is blank elsewhere', 'ada@old.org', 57, 'no-match'],
  ['in another such row', 'ada@old.org', 131, 'no-match'],
  ['in other capitals', 'ADA@Old.org', 198, 'no-match'],
  ['in spaces', ' ada@old.org ', 222, 'no-match'],
  ['in the last row', 'ada@old.org', ROWS - 1, 'no-match'],
  ["somebody else's address", 'ana@old.org', 57, 'new-address'],
  ['her address at another host', 'ada@old.example', 131, 'new-address'],
  ['a text about it', 'was ada at old.org', 198, 'new-address'],
  ['nothing', '', 57, 'new-address'],
])('her own address %s: %s', (_, text, at, code) => {
  expect(codesWith(text, at)).toEqual([code]);
});

test.each([1, 2, 49, 50, 51, 99, 101])('her own address in the last of %i other rows', (others) => {
  expect(codesWith('ada@old.org', others - 1, others)).toEqual(['no-match']);
});
