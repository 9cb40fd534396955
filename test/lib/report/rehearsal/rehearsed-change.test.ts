import { describe, expect, test } from 'vitest';
import type { Change, FieldChange } from '../../../../lib/credential/change';
import { groupId } from '../../../../lib/credential/ids';
import { credentialAnswer } from '../../../../lib/platform/read-credential';
import {
  rehearsedChange,
  restsOnReading,
  type NotWritten,
  type OnlyWhere,
} from '../../../../lib/report/rehearsal/rehearsed-change';
import { attributeFinder } from '../../../../lib/run/entry/field-state';
import { changeOf } from '../../../fakes/background-world';

/* docs/rehearsal.md: the requests of one change. */

const attributeOf = attributeFinder([{ name: 'Ward', kind: 'text' }]);
const GROUP = '7';

const fresh = (
  custom: object = { Ward: 3, Site: 'North' },
  group = GROUP,
  evidence: readonly object[] = [],
) =>
  credentialAnswer.parse({
    credential: {
      ...{ id: 101, name: 'Course', grade: 'A', issued_on: '2024-01-15', expired_on: null, approve: true },
      ...{ description: '', private: false, group_id: Number(group), group_name: 'Spring' },
      custom_attributes: custom,
      recipient: { name: 'Ada King', email: 'ada@x.example', phone_number: null, id: null },
      evidence_items: evidence,
    },
  }).credential;

type Field = readonly [FieldChange['attribute'], FieldChange['before'], FieldChange['after']];
const PUT = (body: object, only?: OnlyWhere) => [
  'PUT /v1/credentials/101',
  JSON.stringify({ credential: body }),
  ...(only === undefined ? [] : [only]),
];
const POST = (evidence_item: object) => [
  'POST /v1/credentials/101/evidence_items',
  JSON.stringify({ evidence_item }),
];

/** The writes of a change, as [method and path, body, only where]. */
function writesOf(change: Change, read: ReturnType<typeof fresh> | null) {
  const { requests, notWritten } = rehearsedChange(change, read, GROUP, attributeOf);
  expect(requests[0]).toEqual({ does: 'read', method: 'GET', path: '/v1/credentials/101', body: null });
  const writes = requests
    .filter(({ does }) => does === 'write')
    .map(({ method, path, body, only }) => [
      `${method} ${path}`,
      body,
      ...(only === undefined ? [] : [only]),
    ]);
  return { writes, notWritten };
}

const link = 'https://x.example/1';

describe('what would be written', () => {
  test.each<[string, readonly Field[], ReturnType<typeof fresh> | null, readonly unknown[]]>([
    ['a grade', [['grade', 'A', 'B']], null, [PUT({ grade: 'B' })]],
    ['a name', [['recipient-name', 'Ada', 'Ada Ú']], null, [PUT({ recipient: { name: 'Ada Ú' } })]],
    ['a day', [['expiry-date', null, '2027-01-31']], null, [PUT({ expired_on: '2027-01-31' })]],
    ['a flag', [['published', true, false]], null, [PUT({ approve: false })]],
    [
      'two fields in one request',
      [
        ['recipient-email', 'a@x.example', 'b@x.example'],
        ['credential-name', 'Course', 'Course 2'],
      ],
      null,
      [PUT({ recipient: { email: 'b@x.example' }, name: 'Course 2' })],
    ],
    [
      'a value that is cleared',
      [['grade', 'A', null]],
      null,
      [PUT({ grade: null }), PUT({ grade: '' }, 'null-clears-nothing')],
    ],
    [
      'a value that is cleared beside one that is not: only that again',
      [
        ['grade', 'A', null],
        ['credential-name', 'Course', 'Course 2'],
      ],
      null,
      [PUT({ grade: null, name: 'Course 2' }), PUT({ grade: '' }, 'null-clears-nothing')],
    ],
    [
      'a custom attribute, with all others as they came: a number stays one',
      [['custom:Site', 'North', 'South']],
      fresh(),
      [PUT({ custom_attributes: { Ward: 3, Site: 'South' } })],
    ],
    [
      'a custom attribute that is cleared',
      [['custom:Site', 'North', null]],
      fresh(),
      [
        PUT({ custom_attributes: { Ward: 3, Site: null } }),
        PUT({ custom_attributes: { Ward: 3, Site: '' } }, 'null-clears-nothing'),
      ],
    ],
    [
      'evidence with its description',
      [
        ['evidence-url-1', null, link],
        ['evidence-description-1', null, 'Thesis'],
      ],
      fresh(),
      [POST({ description: 'Thesis', category: 'url', url: link })],
    ],
    [
      'a field first, then evidence',
      [
        ['grade', 'A', 'B'],
        ['evidence-url-1', null, link],
      ],
      fresh(),
      [PUT({ grade: 'B' }), POST({ description: link, category: 'url', url: link })],
    ],
    [
      'only what is not there yet',
      [
        ['grade', null, 'A'],
        ['custom:Site', 'North', 'South'],
      ],
      fresh(),
      [PUT({ custom_attributes: { Ward: 3, Site: 'South' } })],
    ],
  ])('%s', (_name, fields, read, expected) => {
    expect(writesOf(changeOf(101, fields), read)).toEqual({ writes: expected, notWritten: undefined });
  });
});

describe('what would not be written', () => {
  test.each<[string, readonly Field[], ReturnType<typeof fresh>, NotWritten]>([
    ['somebody changed it', [['custom:Site', 'West', 'South']], fresh(), 'moved-on'],
    ['it is there', [['custom:Site', 'West', 'North']], fresh(), 'there-already'],
    [
      'the evidence is there',
      [['evidence-url-1', null, link]],
      fresh({}, GROUP, [{ id: 5, link_url: link, description: '' }]),
      'there-already',
    ],
    [
      'it is in another group',
      [['custom:Site', 'North', 'South']],
      fresh({ Site: 'North' }, '8'),
      'moved-on',
    ],
  ])('%s', (_name, fields, read, expected) => {
    expect(writesOf(changeOf(101, fields), read)).toEqual({ writes: [], notWritten: expected });
  });
});

test.each<[string, readonly Field[], string | undefined]>([
  ['a PUT may have it in its answer', [['grade', 'A', 'B']], 'no-credential-in-answer'],
  ['evidence never has', [['evidence-url-1', null, link]], undefined],
])('reading back: %s', (_name, fields, only) => {
  const { requests } = rehearsedChange(changeOf(101, fields), fresh(), GROUP, attributeOf);
  const reads = requests.filter(({ does }) => does === 'read');
  expect(reads.map((one) => one.only)).toEqual([undefined, only]);
});

test.each<[Field, boolean]>([
  [['custom:Ward', null, 'A'], true],
  [['evidence-url-2', null, link], true],
  [['evidence-description-1', 'A', 'B'], true],
  [['grade', 'A', 'B'], false],
  [['recipient-name', 'A', 'B'], false],
  [['description', 'A', null], false],
])('whether the bytes of %j rest on a reading: %s', (field, expected) => {
  expect(restsOnReading(changeOf(101, [field]))).toBe(expected);
});

test('the group is compared by its id', () => {
  expect(fresh().credential.groupId).toBe(groupId(GROUP));
});
