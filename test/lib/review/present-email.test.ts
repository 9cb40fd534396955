import { expect, test } from 'vitest';
import { credentialOf } from '../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../fakes/review';

/*
 * A list of old and new e-mails: rows are matched by the one that the platform has, and the other
 * one is written.
 */

const GROUP = [
  credentialOf({ id: '1', recipientEmail: 'ann@old.example', recipientName: 'Ann' }),
  credentialOf({ id: '2', recipientEmail: 'bob@old.example', recipientName: 'Bob' }),
];
const COLUMNS = ['present-email', 'recipient-email'] as const;

const written = (rows: WrittenReview['rows'], more: Partial<WrittenReview> = {}): WrittenReview => ({
  columns: COLUMNS,
  rows,
  credentials: GROUP,
  ...more,
});

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'the new one is written',
    written([['ann@old.example', 'ann@new.example']]),
    ['2 email-change recipient-email'],
  ],
  [
    'found in any case',
    written([[' ANN@Old.example', 'ann@new.example']]),
    ['2 email-change recipient-email'],
  ],
  ['both are the same', written([['ann@old.example', 'ann@old.example']]), []],
  ['the old one is nobody’s', written([['eve@old.example', 'eve@new.example']]), ['2 no-match']],
  ['there is no old one', written([['', 'ann@new.example']]), ['2 key-missing']],
  [
    'the new one is somebody else’s',
    written([['ann@old.example', 'bob@old.example']]),
    ['2 email-taken recipient-email', '2 email-change recipient-email'],
  ],
  [
    'beside an id it has to be the present one',
    written([['1', 'bob@old.example', 'ann@new.example']], {
      columns: ['credential-id', ...COLUMNS],
    }),
    ['2 key-disagrees present-email', '2 email-change recipient-email'],
  ],
  [
    'beside an id that is so',
    written([['1', 'ann@old.example', 'ann@new.example']], { columns: ['credential-id', ...COLUMNS] }),
    ['2 email-change recipient-email'],
  ],
])('%s', (_, of, expected) => {
  expect(findingLines(reviewOf(of).described)).toEqual(expected);
});

test('what is written is the new one, over the one that the platform has', () => {
  const { described } = reviewOf(written([['ann@old.example', 'ann@new.example']]));
  expect(described.map(({ change }) => change?.fields)).toEqual([
    [{ attribute: 'recipient-email', before: 'ann@old.example', after: 'ann@new.example' }],
  ]);
});
