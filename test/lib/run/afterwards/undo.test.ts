import { describe, expect, test } from 'vitest';
import type { EntryState } from '../../../../lib/journal/entry';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { DETAIL, runEntry, undoOfRun, writtenBy, type WrittenField } from '../../../fakes/undo';
import { NOTHING_THERE } from '../../../fakes/run';

/**
 * [what, fields of the run with its state, the credential now, what the undo writes, edited since,
 * cannot]
 */
const CASES: readonly [
  string,
  readonly WrittenField[],
  EntryState,
  WrittenCredential,
  readonly string[],
  number,
  number,
][] = [
  ['a text', [['grade', 'A', 'B']], { kind: 'applied' }, { grade: 'B' }, ['1 grade=A'], 0, 0],
  [
    'a text that was none',
    [['grade', null, 'B']],
    { kind: 'applied' },
    { grade: 'B' },
    ['1 grade=null'],
    0,
    0,
  ],
  ['a text that was cleared', [['grade', 'A', null]], { kind: 'applied' }, {}, ['1 grade=A'], 0, 0],
  [
    'a name beside a grade that somebody else had written before our request',
    [
      ['recipient-name', 'Ada', 'Adah'],
      ['grade', 'A', 'B'],
    ],
    { kind: 'applied', there: ['grade'] },
    { recipientName: 'Adah', grade: 'B' },
    ['1 recipient-name=Ada'],
    1,
    0,
  ],
  [
    'the same where the platform ignored a third field',
    [
      ['recipient-name', 'Ada', 'Adah'],
      ['grade', 'A', 'B'],
      ['private', false, true],
    ],
    { kind: 'not-applied', fields: ['private'], there: ['recipient-name'] },
    { recipientName: 'Adah', grade: 'B' },
    ['1 grade=A'],
    1,
    0,
  ],
  [
    'a name',
    [['recipient-name', 'Ada', 'Adah']],
    { kind: 'applied' },
    { recipientName: 'Adah' },
    ['1 recipient-name=Ada'],
    0,
    0,
  ],
  [
    'an e-mail, in whatever case the platform keeps it',
    [['recipient-email', 'old@example.org', 'New@example.org']],
    { kind: 'applied' },
    { recipientEmail: 'new@example.org' },
    ['1 recipient-email=old@example.org'],
    0,
    0,
  ],
  [
    'spaces and the case of an e-mail',
    [
      ['recipient-name', 'Ada ', 'Ada'],
      ['recipient-email', 'ADA@example.org', 'ada@example.org'],
      ['grade', 'A', 'B'],
    ],
    { kind: 'applied' },
    { recipientName: 'Ada', recipientEmail: 'ada@example.org', grade: 'B' },
    ['1 recipient-name=Ada ', '1 recipient-email=ADA@example.org', '1 grade=A'],
    0,
    0,
  ],
  [
    'days',
    [
      ['issue-date', '2023-02-01', '2024-03-02'],
      ['expiry-date', null, '2027-01-01'],
    ],
    { kind: 'applied' },
    { issuedOn: '2024-03-02', expiredOn: '2027-01-01' },
    ['1 issue-date=2023-02-01', '1 expiry-date=null'],
    0,
    0,
  ],
  [
    'flags',
    [
      ['published', false, true],
      ['private', true, false],
    ],
    { kind: 'applied' },
    {},
    ['1 published=false', '1 private=true'],
    0,
    0,
  ],
  [
    'custom attributes, whatever they are called',
    [
      ['custom:Ward', 'North', 'South'],
      ['custom:__proto__', null, 'x'],
      ['custom:Seen On', '2024-01-02', null],
    ],
    { kind: 'applied' },
    { custom: JSON.parse('{"Ward":"South","__proto__":"x"}') as Record<string, string> },
    ['1 custom:Ward=North', '1 custom:__proto__=null', '1 custom:Seen On=2024-01-02'],
    0,
    0,
  ],
  [
    'only what the platform took',
    [
      ['grade', 'A', 'B'],
      ['recipient-name', 'Ada', 'Adah'],
    ],
    { kind: 'not-applied', fields: ['grade'] },
    { grade: 'A', recipientName: 'Adah' },
    ['1 recipient-name=Ada'],
    0,
    0,
  ],
  [
    'never what was edited since',
    [
      ['grade', 'A', 'B'],
      ['recipient-name', 'Ada', 'Adah'],
    ],
    { kind: 'applied' },
    { grade: 'C', recipientName: 'Adah' },
    ['1 recipient-name=Ada'],
    1,
    0,
  ],
  [
    'not what may not be empty: a name that was none',
    [
      ['recipient-name', null, 'Ada'],
      ['grade', 'A', 'B'],
    ],
    { kind: 'applied' },
    { recipientName: 'Ada', grade: 'B' },
    ['1 grade=A'],
    0,
    1,
  ],
  [
    'not evidence, and not an attribute that the account no longer has',
    [
      ['evidence-url-1', null, 'https://example.org'],
      ['custom:Gone', 'x', 'y'],
      ['grade', 'A', 'B'],
    ],
    { kind: 'applied' },
    { grade: 'B', detail: DETAIL },
    ['1 grade=A'],
    0,
    2,
  ],
  [
    'what is read whole only',
    [
      ['description', 'Old', 'New'],
      ['recipient-phone', null, '+4930123456'],
    ],
    { kind: 'applied' },
    { detail: { ...DETAIL, description: 'New', phone: '+49 30 123456' } },
    ['1 recipient-phone=null', '1 description=Old'],
    0,
    0,
  ],
];

describe('an undo restores', () => {
  test.each(CASES)('%s', (_name, fields, state, now, expected, editedSince, cannot) => {
    const credentials = [credentialOf({ id: '1', ...now })];
    const made = undoOfRun([runEntry(fields, state)], credentials);
    expect([...writtenBy(made, credentials)].sort()).toEqual([...expected].sort());
    expect({ editedSince: made?.editedSince, cannot: made?.cannot }).toEqual({ editedSince, cannot });
  });

  test.each<EntryState>([
    { kind: 'planned' },
    { kind: 'sent', attempt: 1, before: NOTHING_THERE },
    { kind: 'in-doubt', attempt: 1, before: NOTHING_THERE },
    { kind: 'rejected', status: 422, words: 'no' },
    { kind: 'conflict', fields: [] },
    { kind: 'cancelled' },
    { kind: 'not-applied', fields: ['grade'] },
  ])('nothing of an entry that is $kind', (state) => {
    expect(
      undoOfRun([runEntry([['grade', 'A', 'B']], state)], [credentialOf({ id: '1', grade: 'B' })]),
    ).toBeNull();
  });

  test('the written fields of an entry that became a conflict', () => {
    const state: EntryState = { kind: 'conflict', fields: [], written: ['grade'] };
    const credentials = [credentialOf({ id: '1', grade: 'B', recipientName: 'Somebody’s' })];
    const made = undoOfRun(
      [
        runEntry(
          [
            ['grade', 'A', 'B'],
            ['recipient-name', 'Ada', 'Adda'],
          ],
          state,
        ),
      ],
      credentials,
    );
    expect(writtenBy(made, credentials)).toHaveLength(1);
    expect(made).toMatchObject({ editedSince: 0, cannot: 0 });
  });

  test('nothing when all was edited since, or the credential is gone', () => {
    expect(undoOfRun([runEntry([['grade', 'A', 'B']])], [credentialOf({ id: '1', grade: 'C' })])).toBeNull();
    expect(undoOfRun([runEntry([['grade', 'A', 'B']])], [])).toBeNull();
  });
});

/*
 * The old value comes back sign by sign, also where a sheet would have tidied it.
 * [what, attribute, value before the run, value of the run]
 */
test.each<[string, WrittenField[0], string, string]>([
  ['a name in decomposed letters', 'recipient-name', 'Jose\u0301 Nun\u0303ez', 'Josef Nunez'],
  ['the same letters decomposed', 'recipient-name', 'Jose\u0301', 'Jos\u00E9'],
  ['composed letters', 'recipient-name', 'Jos\u00E9', 'Jose\u0301 B'],
  ['Korean in single letters', 'recipient-name', '\u1112\u1161\u11AB', 'Han'],
  ['Vietnamese with marks in another order', 'recipient-name', 'Vie\u0323\u0302t', 'Viet'],
  ['spaces around', 'recipient-name', ' Ada  King ', 'Ada King'],
  ['a no-break space', 'recipient-name', 'Ada\u00A0King', 'Ada Queen'],
  ['an invisible sign', 'recipient-name', 'Ada\u200B King', 'Ada Queen'],
  ['an apostrophe in front', 'grade', "'5", '6'],
  ['what looks like an error of a formula', 'grade', '#N/A', 'B'],
  ['what looks like a damaged number', 'grade', '1.23E+15', 'B'],
  ['damaged letters', 'recipient-name', 'JosÃ©', 'José'],
  ['a date in words', 'custom:Seen On', '15 January 2024', '2025-01-15'],
  ['capitals in an e-mail', 'recipient-email', 'Ada.King@Example.org', 'ada@example.org'],
  ['an ordinary name', 'recipient-name', 'Ada King', 'Ada Queen'],
  ['an ordinary grade', 'grade', 'A', 'B'],
])('%s', (_, attribute, before, after) => {
  const entries = [runEntry([[attribute, before, after]])];
  const written: WrittenCredential = {
    ...(attribute === 'recipient-name' && { recipientName: after }),
    ...(attribute === 'recipient-email' && { recipientEmail: after }),
    ...(attribute === 'grade' && { grade: after }),
    ...(attribute === 'custom:Seen On' && { custom: { 'Seen On': after } }),
  };
  const credentials = [credentialOf({ id: '1', ...written })];
  expect(writtenBy(undoOfRun(entries, credentials), credentials)).toEqual([`1 ${attribute}=${before}`]);
});
