import { describe, expect, test } from 'vitest';
import { groupId } from '../../../../lib/credential/ids';
import { reviewSheet } from '../../../../lib/review/view/review-sheet';
import { NO_DECISIONS } from '../../../../lib/review/plan/decide';
import { missingDetails } from '../../../../lib/review/diff/missing-details';
import { credentialsWithoutDetail } from '../../../../lib/review/view/review-keys';
import { summarise } from '../../../../lib/review/view/summarise';
import { credentialOf } from '../../../fakes/credential';
import {
  describeAll,
  findingLines,
  reviewInputOf,
  reviewOf,
  type WrittenReview,
} from '../../../fakes/review';
import { dayCell } from '../../../fakes/table';

const ada = credentialOf({
  id: '1',
  recipientName: 'Ada Lovelace',
  recipientEmail: 'ada@example.org',
  grade: 'A',
});
const bob = credentialOf({
  id: '2',
  recipientName: 'Bob Stone',
  recipientEmail: 'bob@example.org',
  licenseId: 'L-2',
});
const twin = credentialOf({ id: '3', recipientName: 'Bob Stone', recipientEmail: 'BOB@example.org' });
const group = [ada, bob];

/** [what, sheet, what is said, rows that change] */
const CASES: readonly [string, WrittenReview, readonly string[], readonly number[]][] = [
  [
    'nothing changes',
    {
      columns: ['credential-id', 'recipient-name'],
      rows: [
        ['1', 'Ada Lovelace'],
        [2, ' Bob\u00A0Stone '],
      ],
      credentials: group,
    },
    [],
    [],
  ],
  [
    'a name',
    {
      columns: ['credential-id', 'recipient-name'],
      rows: [
        ['1', 'Ada King'],
        ['2', 'Bob Stone'],
      ],
      credentials: group,
    },
    ['2 name-change recipient-name'],
    [2],
  ],
  [
    'the key is found in any case, with spaces',
    { columns: ['recipient-email', 'grade'], rows: [[' ADA@example.ORG\u00A0', 'B']], credentials: group },
    [],
    [2],
  ],
  [
    'an e-mail that is the key is no change',
    { columns: ['recipient-email', 'grade'], rows: [['ADA@example.org', 'A']], credentials: group },
    [],
    [],
  ],
  [
    'no match',
    { columns: ['credential-id', 'grade'], rows: [['9', 'B']], credentials: group },
    ['2 no-match'],
    [],
  ],
  [
    'found in another group',
    {
      columns: ['credential-id', 'grade'],
      rows: [['9', 'B']],
      credentials: group,
      located: new Map([['9', { groupId: groupId('8'), groupName: 'Advanced' }]]),
    },
    ['2 other-group'],
    [],
  ],
  [
    'a group id of another group',
    {
      columns: ['credential-id', 'grade', 'group-id'],
      rows: [
        ['1', 'B', 8],
        ['2', 'B', 7],
      ],
      credentials: group,
    },
    ['2 other-group group-id'],
    [3],
  ],
  [
    'several share an e-mail',
    {
      columns: ['recipient-email', 'grade'],
      rows: [['bob@example.org', 'B']],
      credentials: [ada, bob, twin],
    },
    ['2 several-match'],
    [],
  ],
  [
    'no key',
    {
      columns: ['credential-id', 'grade'],
      rows: [
        [null, 'B'],
        [' ', 'B'],
      ],
      credentials: group,
    },
    ['2 key-missing', '3 key-missing'],
    [],
  ],
  [
    'a spoilt key',
    {
      columns: ['credential-id', 'grade'],
      rows: [
        ['1.23E+15', 'B'],
        [{ kind: 'number', text: '1.23E+15', value: 1.23e15, damaged: true }, 'B'],
        [{ kind: 'error', text: '#REF!' }, 'B'],
      ],
      credentials: group,
    },
    ['2 damaged-id credential-id', '3 damaged-id credential-id', '4 formula-error credential-id'],
    [],
  ],
  [
    'another key disagrees',
    {
      columns: ['credential-id', 'license-id', 'grade'],
      rows: [
        ['2', 'L-9', 'B'],
        ['1', 'L-9', 'B'],
      ],
      credentials: group,
    },
    ['2 key-disagrees license-id'],
    [3],
  ],
  [
    'the same twice, with the same values',
    {
      columns: ['credential-id', 'grade'],
      rows: [
        ['1', 'B'],
        ['1', 'B '],
      ],
      credentials: group,
    },
    [],
    [2],
  ],
  [
    'the same twice, with different values',
    {
      columns: ['credential-id', 'grade'],
      rows: [
        ['1', 'B'],
        ['2', 'C'],
        ['1', 'A'],
      ],
      credentials: group,
    },
    ['2 repeated', '4 repeated'],
    [3],
  ],
  [
    'the same twice, one unreadable',
    {
      columns: ['credential-id', 'expiry-date'],
      rows: [
        ['1', '2028-01-01'],
        ['1', '2028-02-31'],
      ],
      credentials: group,
    },
    ['2 repeated', '2 expiry-outside-year expiry-date', '3 repeated', '3 bad-date expiry-date'],
    [],
  ],
  [
    'days',
    {
      columns: ['credential-id', 'expiry-date'],
      rows: [
        ['1', dayCell('2027-01-15')],
        ['2', '31/12/2028'],
      ],
      credentials: group,
    },
    ['3 expiry-outside-year expiry-date'],
    [3],
  ],
  [
    '31 February',
    {
      columns: ['credential-id', 'expiry-date'],
      rows: [
        ['1', '31/02/2027'],
        ['2', '28/02/2027'],
      ],
      credentials: group,
    },
    ['2 bad-date expiry-date', '3 expiry-outside-year expiry-date'],
    [3],
  ],
  [
    'expiry before issue',
    { columns: ['credential-id', 'expiry-date'], rows: [['1', '2023-01-01']], credentials: group },
    ['2 expiry-before-issue expiry-date', '2 expiry-past expiry-date'],
    [],
  ],
  [
    'both days move: the new ones count',
    {
      columns: ['credential-id', 'issue-date', 'expiry-date'],
      rows: [['1', '2022-01-01', '2023-01-01']],
      credentials: group,
    },
    ['2 expiry-past expiry-date'],
    [2],
  ],
  [
    'bad e-mail',
    { columns: ['credential-id', 'recipient-email'], rows: [['1', 'ada@example']], credentials: group },
    ['2 bad-email recipient-email'],
    [],
  ],
  [
    'an e-mail in another case',
    { columns: ['credential-id', 'recipient-email'], rows: [['1', 'ADA@Example.org']], credentials: group },
    [],
    [],
  ],
  [
    'an e-mail of somebody else',
    { columns: ['credential-id', 'recipient-email'], rows: [['1', 'Bob@example.org']], credentials: group },
    ['2 email-taken recipient-email', '2 email-change recipient-email'],
    [],
  ],
  [
    'two rows want one e-mail',
    {
      columns: ['credential-id', 'recipient-email'],
      rows: [
        ['1', 'x@example.org'],
        ['2', 'X@example.org'],
      ],
      credentials: group,
    },
    [
      '2 email-taken recipient-email',
      '2 email-change recipient-email',
      '3 email-taken recipient-email',
      '3 email-change recipient-email',
    ],
    [],
  ],
  [
    'two credentials of one person move together',
    {
      columns: ['credential-id', 'recipient-email'],
      rows: [
        ['2', 'x@example.org'],
        ['3', 'x@example.org'],
      ],
      credentials: [ada, bob, twin],
    },
    ['2 email-change recipient-email', '3 email-change recipient-email'],
    [2, 3],
  ],
  [
    'a blank keeps',
    {
      columns: ['credential-id', 'grade'],
      rows: [
        ['1', null],
        ['2', '\u00A0'],
      ],
      credentials: group,
    },
    [],
    [],
  ],
  [
    'a blank clears',
    {
      columns: ['credential-id', 'grade'],
      rows: [
        ['1', null],
        ['2', null],
      ],
      credentials: group,
      blank: 'clear',
    },
    ['2 value-cleared grade'],
    [2],
  ],
  [
    'a blank never clears a name',
    { columns: ['credential-id', 'recipient-name'], rows: [['1', null]], credentials: group, blank: 'clear' },
    [],
    [],
  ],
  [
    'flags',
    {
      columns: ['credential-id', 'published'],
      rows: [
        ['1', 'no'],
        ['2', 'perhaps'],
      ],
      credentials: group,
    },
    ['2 unpublished published', '3 bad-flag published'],
    [2],
  ],
  [
    'damaged text',
    {
      columns: ['credential-id', 'recipient-name'],
      rows: [
        ['1', 'JosÃ© Núñez'],
        ['2', 'Bob Stone\uFFFD'],
      ],
      credentials: group,
    },
    ['2 damaged-text recipient-name', '3 damaged-text recipient-name'],
    [],
  ],
  [
    'a prototype is only a name',
    { columns: ['credential-id', 'custom:__proto__'], rows: [['1', 'x']], credentials: group },
    [],
    [2],
  ],
];

describe('a sheet is matched, compared and judged', () => {
  test.each(CASES)('%s', (_, written, said, changed) => {
    const review = reviewOf(written);
    expect(findingLines(review.described)).toEqual(said);
    expect(review.described.filter(({ change }) => change !== null).map(({ row }) => row)).toEqual(changed);
    expect(summarise(review, NO_DECISIONS).unchanged + review.described.length).toBe(written.rows.length);
  });
});

test('a change is what the platform has, what the sheet wants, and nothing else', () => {
  const review = reviewOf({
    columns: ['credential-id', 'recipient-name', 'grade', 'custom:CE Hours', 'issue-date'],
    rows: [['1', 'Ada King', 'A', 12, '2024-01-15']],
    credentials: group,
  });
  expect(review.described[0]!.change).toMatchObject({
    credential: '1',
    row: 2,
    fields: [
      { attribute: 'recipient-name', before: 'Ada Lovelace', after: 'Ada King' },
      { attribute: 'custom:CE Hours', before: null, after: '12' },
    ],
    credits: 0,
  });
});

test('one renewal costs one credit, a move out of its year one at most', () => {
  const expired = credentialOf({ id: '1', expiredOn: '2026-06-14' });
  const lastDay = credentialOf({ id: '2', expiredOn: '2026-06-15' });
  const review = reviewOf({
    columns: ['credential-id', 'expiry-date'],
    rows: [
      ['1', '2026-06-15'],
      ['2', '2026-12-31'],
    ],
    credentials: [expired, lastDay],
  });
  expect(findingLines(review.described)).toEqual(['2 renewal expiry-date', '3 renewal expiry-date']);
  expect(review.described.map(({ credits }) => credits)).toEqual([1, 1]);
  // Neither is surely paid for: the one gets no day in the future, the other has not surely
  // expired.
  expect(review.described.map(({ change }) => change?.renews)).toEqual([undefined, undefined]);
});

test('detail that was not read is missing, and only where a row says something about it', () => {
  const input = reviewInputOf({
    columns: ['credential-id', 'description'],
    rows: [
      ['1', 'New'],
      ['2', null],
    ],
    credentials: group,
  });
  expect(missingDetails(input)).toEqual(['1']);
  const review = reviewSheet(input);
  expect(credentialsWithoutDetail(review)).toEqual(['1']);
  expect(describeAll(review)).toEqual([]);
});

test('thousands that share a key do not multiply', () => {
  const many = Array.from({ length: 20_000 }, (_, n) =>
    credentialOf({ id: String(n), recipientEmail: 'shared@example.org' }),
  );
  const rows = Array.from({ length: 2000 }, () => ['shared@example.org', 'B']);
  const review = reviewOf({ columns: ['recipient-email', 'grade'], rows, credentials: many });
  expect(review.described).toHaveLength(2000);
  expect(review.described[0]!.findings[0]).toMatchObject({
    code: 'several-match',
    facts: { credentials: { length: 20 }, count: 20_000 },
  });
});
