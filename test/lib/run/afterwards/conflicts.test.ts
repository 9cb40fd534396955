import { describe, expect, test } from 'vitest';
import { attributesOf } from '../../../../lib/credential/attributes';
import type { Credential } from '../../../../lib/credential/credential';
import type { ConflictField, EntryState } from '../../../../lib/journal/entry';
import { conflictsOf } from '../../../../lib/run/afterwards/conflicts';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { changesOf, decidedOf, type WrittenChoice } from '../../../fakes/decided';
import { changeTo, entryOf } from '../../../fakes/run';

const ATTRIBUTES = attributesOf([{ name: 'Ward', kind: 'text' }]);
const DETAIL = { description: 'Old', phone: null, evidence: [] };
const now = (written: WrittenCredential = {}): Credential =>
  credentialOf({
    id: '1',
    detail: DETAIL,
    recipientName: 'Eve',
    grade: 'A',
    custom: { Ward: 'North' },
    ...written,
  });

type Field = Parameters<typeof changeTo>[1][number];
const NAME: Field = ['recipient-name', 'Ada', 'Adah'];
const GRADE: Field = ['grade', 'A', 'B'];
const moved = ([attribute, before, wanted]: Field, value: ConflictField['now']): ConflictField => ({
  attribute,
  before,
  now: value,
  wanted,
});
const conflict = (...fields: readonly ConflictField[]): EntryState => ({ kind: 'conflict', fields });

/** [what, fields, the conflict, the platform now, choices, "field: before > after" as sent] */
const SENT: readonly [
  string,
  readonly Field[],
  EntryState,
  Credential,
  readonly WrittenChoice[],
  readonly string[],
][] = [
  [
    "the sheet's value, against the one that was shown",
    [NAME],
    conflict(moved(NAME, 'Eve')),
    now(),
    [['recipient-name', 'Eve', 'sheet']],
    ['recipient-name: Eve > Adah'],
  ],
  [
    'with what was held back because of it',
    [NAME, GRADE],
    conflict(moved(NAME, 'Eve')),
    now(),
    [['recipient-name', 'Eve', 'sheet']],
    ['recipient-name: Eve > Adah', 'grade: A > B'],
  ],
  [
    "only what was held back, when the platform's value is kept",
    [NAME, GRADE],
    conflict(moved(NAME, 'Eve')),
    now(),
    [['recipient-name', 'Eve', 'platform']],
    ['grade: A > B'],
  ],
  [
    'of two fields the one that is chosen',
    [NAME, GRADE],
    conflict(moved(NAME, 'Eve'), moved(GRADE, 'C')),
    now({ grade: 'C' }),
    [
      ['recipient-name', 'Eve', 'platform'],
      ['grade', 'C', 'sheet'],
    ],
    ['grade: C > B'],
  ],
  [
    'a value to be cleared',
    [['grade', 'A', null]],
    conflict(moved(['grade', 'A', null], 'C')),
    now({ grade: 'C' }),
    [['grade', 'C', 'sheet']],
    ['grade: C > null'],
  ],
  [
    'over a value that somebody took away',
    [['custom:Ward', 'North', 'South']],
    conflict(moved(['custom:Ward', 'North', 'South'], null)),
    now({ custom: {} }),
    [['custom:Ward', null, 'sheet']],
    ['custom:Ward: null > South'],
  ],
  [
    'a field of the detail',
    [['description', 'Older', 'New']],
    conflict(moved(['description', 'Older', 'New'], 'Old')),
    now(),
    [['description', 'Old', 'sheet']],
    ['description: Old > New'],
  ],
  [
    'not what was written already',
    [NAME, GRADE],
    { kind: 'conflict', fields: [moved(NAME, 'Eve')], written: ['grade'] },
    now({ grade: 'C' }),
    [['recipient-name', 'Eve', 'sheet']],
    ['recipient-name: Eve > Adah'],
  ],
  [
    'evidence that was held back, as it was reviewed',
    [NAME, ['evidence-url-1', null, 'https://example.org/a'], ['evidence-description-1', null, 'Exam']],
    conflict(moved(NAME, 'Eve')),
    now(),
    [['recipient-name', 'Eve', 'sheet']],
    [
      'recipient-name: Eve > Adah',
      'evidence-url-1: null > https://example.org/a',
      'evidence-description-1: null > Exam',
    ],
  ],
];

describe('a decided conflict sends', () => {
  test.each(SENT)('%s', (_what, fields, state, credential, choices, expected) => {
    const made = decidedOf(entryOf(changeTo('1', fields), state), choices, [credential], ATTRIBUTES);
    const lines = changesOf(made, [credential], ATTRIBUTES).flatMap((change) =>
      change.fields.map(
        ({ attribute, before, after }) => `${attribute}: ${String(before)} > ${String(after)}`,
      ),
    );
    expect(lines.toSorted()).toEqual(expected.toSorted());
  });

  test('with the row of the first sheet', () => {
    const entry = entryOf({ ...changeTo('1', [NAME]), row: 812 }, conflict(moved(NAME, 'Eve')));
    const made = decidedOf(entry, [['recipient-name', 'Eve', 'sheet']], [now()], ATTRIBUTES);
    expect(changesOf(made, [now()], ATTRIBUTES)).toMatchObject([{ row: 812, who: { name: 'Eve' } }]);
  });
});

/** [what, fields, the conflict, the platform now, choices, "field: now" as shown again] */
const ASKED: readonly [
  string,
  readonly Field[],
  EntryState,
  readonly Credential[],
  readonly WrittenChoice[],
  readonly string[],
][] = [
  [
    'a value that is another one than was shown',
    [NAME],
    conflict(moved(NAME, 'Eve')),
    [now({ recipientName: 'Eva' })],
    [['recipient-name', 'Eve', 'sheet']],
    ['recipient-name: Eva'],
  ],
  [
    'one that was to be kept, too',
    [NAME, GRADE],
    conflict(moved(NAME, 'Eve')),
    [now({ recipientName: 'Eva' })],
    [['recipient-name', 'Eve', 'platform']],
    ['recipient-name: Eva'],
  ],
  [
    'a value that is what it was at the review again',
    [NAME],
    conflict(moved(NAME, 'Eve')),
    [now({ recipientName: 'Ada' })],
    [['recipient-name', 'Eve', 'sheet']],
    ['recipient-name: Ada'],
  ],
  [
    'a held back field that has moved by now',
    [NAME, GRADE],
    conflict(moved(NAME, 'Eve')),
    [now({ grade: 'F' })],
    [['recipient-name', 'Eve', 'sheet']],
    ['grade: F'],
  ],
  [
    'a credential that is not in the group any more',
    [NAME],
    conflict(moved(NAME, 'Eve')),
    [],
    [['recipient-name', 'Eve', 'sheet']],
    ['group-id: null'],
  ],
];

describe('shown again instead of sent:', () => {
  test.each(ASKED)('%s', (_what, fields, state, credentials, choices, expected) => {
    const entry = entryOf(changeTo('1', fields), state);
    const made = decidedOf(entry, choices, credentials, ATTRIBUTES);
    if (made.kind !== 'moved') throw new Error(`not moved but ${made.kind}`);
    expect(made.fields.map((field) => `${field.attribute}: ${String(field.now)}`)).toEqual(expected);
    const [shown] = conflictsOf([entry], made.fields);
    expect(shown?.fields).toEqual(expect.arrayContaining(made.fields as never));
    expect(shown?.heldBack.map(({ attribute }) => attribute)).not.toContain(made.fields[0]?.attribute);
  });

  test('a decision about the value that is shown then is sent', () => {
    const entry = entryOf(changeTo('1', [NAME]), conflict(moved(NAME, 'Eve')));
    const eva = [now({ recipientName: 'Eva' })];
    const first = decidedOf(entry, [['recipient-name', 'Eve', 'sheet']], eva, ATTRIBUTES);
    if (first.kind !== 'moved') throw new Error('not moved');
    const choices: readonly WrittenChoice[] = [['recipient-name', 'Eva', 'sheet']];
    const second = decidedOf(entry, choices, eva, ATTRIBUTES, first.fields);
    expect(changesOf(second, eva, ATTRIBUTES)).toMatchObject([
      { fields: [{ before: 'Eva', after: 'Adah' }] },
    ]);
  });
});

const TO_KEEP: readonly WrittenChoice[] = [['recipient-name', 'Eve', 'platform']];
/** [what, fields of the change, the conflict, choices] */
const NOTHING: readonly [string, readonly Field[], EntryState, readonly WrittenChoice[]][] = [
  ['all is kept', [NAME], conflict(moved(NAME, 'Eve')), TO_KEEP],
  [
    'one of its fields is not decided',
    [NAME, GRADE],
    conflict(moved(NAME, 'Eve'), moved(GRADE, 'A')),
    TO_KEEP,
  ],
  [
    'it is in another group',
    [NAME],
    conflict({ attribute: 'group-id', before: '7', now: '8', wanted: '7' }, moved(NAME, 'Eve')),
    [['recipient-name', 'Eve', 'sheet']],
  ],
  [
    'it is about evidence',
    [['evidence-description-1', 'Exam', 'Final exam']],
    conflict(moved(['evidence-description-1', 'Exam', 'Final exam'], 'Test')),
    [['evidence-description-1', 'Test', 'sheet']],
  ],
];

test.each(NOTHING)('nothing is sent when %s', (_what, fields, state, choices) => {
  const entry = entryOf(changeTo('1', fields), state);
  expect(decidedOf(entry, choices, [now()], ATTRIBUTES)).toEqual({ kind: 'nothing' });
});

test('entries that are no conflict are none', () => {
  expect(
    conflictsOf([entryOf(changeTo('1', [NAME])), entryOf(changeTo('2', [NAME]), { kind: 'cancelled' })]),
  ).toEqual([]);
});
