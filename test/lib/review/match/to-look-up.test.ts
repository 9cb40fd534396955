import { describe, expect, test } from 'vitest';
import type { AttributeId, KeyAttributeId } from '../../../../lib/credential/attribute';
import { toLookUp } from '../../../../lib/review/match/to-look-up';
import { credentialOf } from '../../../fakes/credential';
import { reviewInputOf, type WrittenReview } from '../../../fakes/review';
import type { WrittenCell } from '../../../fakes/table';

const HERE = [
  credentialOf({ id: '1', uuid: '0000000A-0000-4000-8000-000000000001', encodedId: 'e1', licenseId: 'L1' }),
];

/** Gives the look-ups of a sheet in a group of which credential 1 is here. */
function needed(
  columns: readonly AttributeId[],
  rows: readonly (readonly WrittenCell[])[],
  more: Partial<WrittenReview> = {},
  asked: Partial<Record<KeyAttributeId, readonly string[]>> = {},
) {
  const { table, assignment, attributes, group } = reviewInputOf({
    columns,
    rows,
    credentials: HERE,
    ...more,
  });
  const texts = Object.entries(asked).map(
    ([key, values]) => [key as KeyAttributeId, new Set(values)] as const,
  );
  const part = group.covering({ isWhole: false, asked: new Map(texts) });
  return toLookUp(table, assignment, attributes, part);
}

describe('the key, each value once, as it is matched', () => {
  /** [case, key, cells of its column, values] */
  test.each<[string, AttributeId, readonly WrittenCell[], readonly string[]]>([
    [
      'e-mails in lower case',
      'recipient-email',
      [' Ada@X.org', 'ada@x.org', 'bob@x.org'],
      ['ada@x.org', 'bob@x.org'],
    ],
    ['what is no address not', 'recipient-email', ['ada at x.org', 'bo@x.org'], ['bo@x.org']],
    ['blank cells and errors not', 'license-id', [null, ' ', { kind: 'error', text: '#REF!' }, 'L2'], ['L2']],
    ['a number that lost digits not', 'credential-id', ['1.23E+15', '2'], ['2']],
    [
      'what is too long for an id not',
      'license-id',
      ['1'.repeat(321), 'L2', 'L3', 'L4', '5'.repeat(320)],
      ['L2', 'L3', 'L4', '5'.repeat(320)],
    ],
    ['credentials that are here not', 'credential-id', ['1', 2], ['2']],
    [
      'UUIDs and short ids that are here not',
      'uuid',
      ['0000000a-0000-4000-8000-000000000001', 'e1', 'e2'],
      ['e2'],
    ],
    ['an own id may be that of two', 'license-id', ['L1'], ['L1']],
  ])('%s', (_name, key, cells, values) => {
    const rows = cells.map((cell): WrittenCell[] => [cell, 'A']);
    expect(needed([key, 'grade'], rows)).toEqual([{ key, values }]);
  });

  test('what was asked is not asked again', () => {
    const rows: WrittenCell[][] = [
      ['a@x.org', 'A'],
      ['b@x.org', 'A'],
    ];
    expect(needed(['recipient-email', 'grade'], rows, {}, { 'recipient-email': ['a@x.org'] })).toEqual([
      { key: 'recipient-email', values: ['b@x.org'] },
    ]);
    expect(
      needed(['recipient-email', 'grade'], rows, {}, { 'recipient-email': ['a@x.org', 'b@x.org'] }),
    ).toEqual([]);
  });
});

describe('e-mails that change: whether somebody has one already', () => {
  const ids = { 'credential-id': ['1', '2', '3'] };
  const credentials = [
    credentialOf({ id: '1', recipientEmail: 'Ada@x.org' }),
    credentialOf({ id: '2', recipientEmail: 'bo@x.org' }),
    credentialOf({ id: '3', recipientEmail: null }),
  ];
  const columns: AttributeId[] = ['credential-id', 'recipient-email'];
  /** [what, rows, look-ups once the ids were asked for] */
  test.each<[string, readonly (readonly WrittenCell[])[], readonly string[]]>([
    ['the same e-mail', [['1', 'Ada@x.org']], []],
    ['the same in other capitals, with a space', [['1', ' ADA@X.ORG ']], []],
    ['another one', [['1', 'new@x.org']], ['new@x.org']],
    ['one for somebody who has none', [['3', 'cy@x.org']], ['cy@x.org']],
    ["somebody else's", [['1', 'bo@x.org']], ['bo@x.org']],
    ['a blank cell', [['1', null]], []],
    ['what is no address', [['1', 'no address']], []],
    ['one for a row that finds nobody', [['9', 'dee@x.org']], []],
    ['one without an id', [[null, 'dee@x.org']], []],
    [
      'the same one in two rows',
      [
        ['1', 'new@x.org'],
        ['2', 'new@x.org'],
      ],
      ['new@x.org'],
    ],
    [
      'one of many',
      [
        ['1', 'ada@x.org'],
        ['2', 'bo@x.org'],
        ['3', 'cy@x.org'],
      ],
      ['cy@x.org'],
    ],
  ])('%s', (_, rows, values) => {
    const asked = { 'credential-id': [...ids['credential-id'], '9'] };
    expect(needed(columns, rows, { credentials }, asked)).toEqual(
      values.length === 0 ? [] : [{ key: 'recipient-email', values }],
    );
  });
  test('are asked after the ids, of which it is seen then who has which', () => {
    expect(needed(columns, [['7', 'new@x.org']], { credentials })).toEqual([
      { key: 'credential-id', values: ['7'] },
    ]);
  });
  test('not of a column that is never written', () => {
    const rows = [['1', 'new@x.org']];
    expect(needed(columns, rows, { credentials, write: 'never' }, ids)).toEqual([]);
  });
  test('not a second time', () => {
    const rows = [['1', 'new@x.org']];
    expect(needed(columns, rows, { credentials }, { ...ids, 'recipient-email': ['new@x.org'] })).toEqual([]);
  });
});

test('nothing of a column that does not look like the key: the group is read whole', () => {
  expect(
    needed(
      ['credential-id', 'grade'],
      [
        ['Ada King', 'A'],
        ['Bo Byrne', 'B'],
      ],
    ),
  ).toBe('whole');
});

describe('nothing else leaves the computer', () => {
  test('not the other keys of the sheet, nor its names and dates', () => {
    const columns: AttributeId[] = ['recipient-email', 'license-id', 'recipient-name', 'expiry-date'];
    expect(needed(columns, [['a@x.org', 'L7', 'Ada', '2027-01-01']])).toEqual([
      { key: 'recipient-email', values: ['a@x.org'] },
    ]);
  });
});

describe('keys of two columns, and of others', () => {
  const columns: AttributeId[] = ['credential-name', 'recipient-email', 'license-id', 'grade'];
  const rows: WrittenCell[][] = [['Welder', 'a@x.org', 'L2', 'A']];
  test.each<[string, AttributeId, AttributeId | undefined, ReturnType<typeof toLookUp>]>([
    [
      'the half that can be asked',
      'credential-name',
      'recipient-email',
      [{ key: 'recipient-email', values: ['a@x.org'] }],
    ],
    [
      'of two the one that costs less',
      'license-id',
      'recipient-email',
      [{ key: 'recipient-email', values: ['a@x.org'] }],
    ],
    ['one that no search knows', 'credential-name', undefined, 'whole'],
    ['two that no search knows', 'credential-name', 'grade', 'whole'],
  ])('%s', (_name, key, alsoBy, expected) => {
    expect(needed(columns, rows, { key, ...(alsoBy !== undefined && { alsoBy }) })).toEqual(expected);
  });
});
