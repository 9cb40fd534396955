import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../../lib/review/corrections/decision';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { describeAll, reviewedOf, type WrittenReview } from '../../../fakes/review';

/* docs/product.md 2.4, new-address: somebody of the group may have a new address. */

const person = (id: number, recipientName: string, recipientEmail: string | null): WrittenCredential => ({
  id: String(id),
  recipientName,
  recipientEmail,
  grade: 'A',
});
const GROUP = [
  person(1, 'Ada King', 'ada@old.org'),
  person(2, 'Bo Lind', 'bo@old.org'),
  person(3, 'Cy Moreau', 'cy@old.org'),
  person(4, 'Di Roth', 'office@old.org'),
  person(5, 'Ed Roth', 'office@old.org'),
  person(6, 'Flo Sand', null),
  person(7, 'José Núñez', 'jose@old.org'),
  person(8, 'Kim Park', 'kim@old.org'),
  person(9, 'Kim Park', 'kim.park@old.org'),
  person(10, 'Madonna', 'madonna@old.org'),
  person(11, '王小明', 'wang@old.org'),
].map(credentialOf);

type Row = readonly [email: string, name: string, grade?: string];

const sheet = (...rows: readonly Row[]): WrittenReview => ({
  columns: ['recipient-email', 'recipient-name', 'grade'],
  rows: rows.map(([email, name, grade = 'B']) => [email, name, grade]),
  credentials: GROUP,
});

/** Findings that keep rows from being sent: "2 new-address 1". */
function errorsOf(written: WrittenReview, ...decisions: readonly Decision[]): readonly string[] {
  return describeAll(reviewedOf(written, ...decisions).review).flatMap(({ row, findings }) =>
    findings
      .filter(({ severity }) => severity === 'error')
      .map((of) => [row, of.code, ...(of.code === 'new-address' ? [of.facts.credential] : [])].join(' ')),
  );
}

test.each<[string, readonly Row[], readonly string[]]>([
  ['a name that one has', [['ada@new.org', 'Ada King']], ['2 new-address 1']],
  ['another order and case', [['ada@new.org', 'KING, Ada']], ['2 new-address 1']],
  ['no accents', [['jn@new.org', 'Jose Nunez']], ['2 new-address 7']],
  ['a name without a space in its script', [['wang@new.org', '王小明']], ['2 new-address 11']],
  ['somebody without an address', [['flo@new.org', 'Flo Sand']], ['2 new-address 6']],
  [
    'several of them',
    [
      ['ada@new.org', 'Ada King'],
      ['bo@new.org', 'Bo Lind'],
      ['cy@old.org', 'Cy Moreau'],
    ],
    ['2 new-address 1', '3 new-address 2'],
  ],
  [
    'others that nobody knows',
    [
      ['ada@new.org', 'Ada King'],
      ['zoe@new.org', 'Zoe Quist'],
    ],
    ['2 new-address 1', '3 no-match'],
  ],
])('offered: %s', (_name, rows, expected) => {
  expect(errorsOf(sheet(...rows))).toEqual(expected);
});

test.each<[string, readonly Row[], readonly string[]]>([
  ['a name that two have', [['kim@new.org', 'Kim Park']], ['2 no-match']],
  ['a name that nobody has', [['ada@new.org', 'Ada Kind']], ['2 no-match']],
  ['a part of a name', [['ada@new.org', 'Ada']], ['2 no-match']],
  ['a single word', [['m@new.org', 'Madonna']], ['2 no-match']],
  ['no name', [['ada@new.org', '']], ['2 no-match']],
  ['a text that is no address', [['ada at new.org', 'Ada King']], ['2 no-match']],
  ['an address one letter away', [['ada@o1d.org', 'Ada King']], ['2 no-match']],
  [
    'two rows with the name',
    [
      ['ada@new.org', 'Ada King'],
      ['king@new.org', 'King Ada'],
    ],
    ['2 no-match', '3 no-match'],
  ],
  [
    'another row with her address',
    [
      ['ada@new.org', 'Ada King'],
      ['ada@old.org', 'Ada King'],
    ],
    ['2 no-match'],
  ],
  [
    'another row with her address, in capitals and under another name',
    [
      ['ada@new.org', 'Ada King'],
      ['ADA@old.org', 'Ada Byron'],
    ],
    ['2 no-match'],
  ],
  [
    'another row with the address that she shares',
    [
      ['di@new.org', 'Di Roth'],
      ['office@old.org', 'Ed Roth'],
    ],
    ['2 no-match', '3 several-match'],
  ],
  [
    'another row that gives her name to somebody',
    [
      ['ada@new.org', 'Ada King'],
      ['bo@old.org', 'Ada King'],
    ],
    ['2 no-match'],
  ],
])('not offered: %s', (_name, rows, expected) => {
  expect(errorsOf(sheet(...rows))).toEqual(expected);
});

/** Rows with another column, which may hold addresses too. */
const withOther = (...rows: WrittenReview['rows']): WrittenReview => ({
  columns: ['recipient-email', 'recipient-name', 'custom:CE Hours'],
  rows,
  credentials: GROUP,
});

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'her address in another column of another row',
    withOther(['ada@new.org', 'Ada King', ''], ['bo@old.org', 'Bo Lind', 'ada@old.org']),
    ['2 no-match'],
  ],
  [
    'her address in another column of the row itself',
    withOther(['ada@new.org', 'Ada King', 'ada@old.org']),
    ['2 new-address 1'],
  ],
  [
    'rows that are matched by two attributes',
    { ...sheet(['ada@new.org', 'Ada King']), alsoBy: 'grade' },
    ['2 no-match'],
  ],
  [
    'rows that are matched by another attribute',
    { ...sheet(['ada@new.org', 'Ada Kind']), key: 'recipient-name' },
    ['2 no-match'],
  ],
  [
    'a sheet without names',
    { columns: ['recipient-email', 'grade'], rows: [['ada@new.org', 'B']], credentials: GROUP },
    ['2 no-match'],
  ],
])('%s', (_name, written, expected) => {
  expect(errorsOf(written)).toEqual(expected);
});

describe('once it is accepted', () => {
  const written = sheet(['ada@new.org', 'Ada King'], ['bo@new.org', 'Bo Lind'], ['zoe@new.org', 'Zoe Quist']);
  const sent = (...decisions: readonly Decision[]) =>
    describeAll(reviewedOf(written, ...decisions).review).map(({ row, status, change, findings }) => [
      row,
      status,
      change?.credential,
      change?.fields
        .map(({ attribute, before, after }) => `${attribute} ${String(before)} -> ${String(after)}`)
        .toSorted(),
      findings.map(({ code }) => code),
    ]);
  const changed = (row: number, credential: string, name: string) => [
    row,
    'update',
    credential,
    ['grade A -> B', `recipient-email ${name}@old.org -> ${name}@new.org`],
    ['email-change'],
  ];
  const open = (row: number, code: string) => [row, 'not-matched', undefined, undefined, [code]];

  test('for all, the addresses change with their warning, and nothing else is touched', () => {
    expect(sent({ kind: 'mend', code: 'new-address' })).toEqual([
      changed(2, '1', 'ada'),
      changed(3, '2', 'bo'),
      open(4, 'no-match'),
    ]);
  });

  test('for one, the other is still asked about', () => {
    expect(sent({ kind: 'choose', row: 3, credential: GROUP[1]!.id })).toEqual([
      open(2, 'new-address'),
      changed(3, '2', 'bo'),
      open(4, 'no-match'),
    ]);
  });

  test('an excluded row is not among all', () => {
    const [first] = sent(
      { kind: 'exclude', rows: [2], excluded: true },
      { kind: 'mend', code: 'new-address' },
    );
    expect(first).toEqual(open(2, 'new-address'));
  });

  test('undo asks again', () => {
    expect(sent({ kind: 'mend', code: 'new-address' }, { kind: 'undo' })).toEqual(sent());
  });

  test('the old address after all changes nothing of it', () => {
    const [first] = sent(
      { kind: 'mend', code: 'new-address' },
      { kind: 'edit', row: 2, attribute: 'recipient-email', text: 'ada@old.org' },
    );
    expect(first?.slice(0, 4)).toEqual([2, 'update', '1', ['grade A -> B']]);
  });

  test('an address that is none is an error', () => {
    const [first] = sent(
      { kind: 'mend', code: 'new-address' },
      { kind: 'edit', row: 2, attribute: 'recipient-email', text: 'ada' },
    );
    expect(first?.[4]).toEqual(['bad-email']);
  });

  test('two rows that want one address are errors', () => {
    const twice = sheet(['new@new.org', 'Ada King'], ['new@new.org', 'Bo Lind']);
    expect(errorsOf(twice)).toEqual(['2 new-address 1', '3 new-address 2']);
    expect(errorsOf(twice, { kind: 'mend', code: 'new-address' })).toEqual([
      '2 email-taken',
      '3 email-taken',
    ]);
  });

  test('a row that claims her since takes the offer away', () => {
    const decision = { kind: 'edit', row: 4, attribute: 'recipient-email', text: 'ada@old.org' } as const;
    expect(errorsOf(written, decision)).toEqual(['2 no-match', '3 new-address 2']);
  });
});
