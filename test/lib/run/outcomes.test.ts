import { describe, expect, test } from 'vitest';
import type { Change } from '../../../lib/credential/change';
import type { EntryState } from '../../../lib/journal/entry';
import { changeOf, createWorld } from '../../fakes/background-world';
import { held } from '../../platform/test-client';
import { credentialFields, smallState } from '../../platform/test-state';
import type { Switches } from '../../platform/switches';

/**
 * 201 has a value of every kind, 202 is another credential of the group, 203 is of another group.
 */
const state = smallState(
  [
    credentialFields(201, {
      grade: 'A',
      description: 'Old text',
      expired_on: '2027-02-01',
      custom_attributes: { Location: 'Leeds', Score: '7' },
      evidence_items: [
        { id: 5, description: 'Exam', type: 'url', link_url: 'https://a.test/exam', position: 0 },
        { id: 6, description: 'Exam', type: 'url', link_url: 'https://a.test/resit', position: 1 },
      ],
      recipient: { name: 'Ada', phone_number: '+442079460000' },
    }),
    credentialFields(202, { expired_on: '2026-02-01' }),
    credentialFields(203, { group_id: 2 }),
  ],
  5,
);

type Platform = Partial<Switches>;
type Case = readonly [
  name: string,
  platform: Platform,
  change: Change,
  expected: EntryState,
  after: object,
  writes: readonly unknown[],
];

const put = (credential: unknown) => ({ credential });
const applied: EntryState = { kind: 'applied' };
const name201 = changeOf(201, [['recipient-name', 'Ada', 'Ada Lovelace']]);
const grade = changeOf(201, [['grade', 'A', 'B']]);
const clearGrade = changeOf(201, [['grade', 'A', null]]);
const clearPlace = changeOf(201, [['custom:Location', 'Leeds', null]]);

const CASES: readonly Case[] = [
  [
    'a name',
    {},
    name201,
    applied,
    { recipient: { name: 'Ada Lovelace' } },
    [put({ recipient: { name: 'Ada Lovelace' } })],
  ],
  [
    'a PUT without an answer body is read back',
    { 'put-answer': 'empty' },
    name201,
    applied,
    { recipient: { name: 'Ada Lovelace' } },
    [put({ recipient: { name: 'Ada Lovelace' } })],
  ],
  [
    'all fields in one PUT',
    {},
    changeOf(201, [
      ['recipient-name', 'Ada', 'Ada L'],
      ['recipient-email', 'p201@example.com', 'Ada@Example.com'],
      ['recipient-phone', '+442079460000', '+442079460001'],
      ['issue-date', '2026-01-10', '2026-01-11'],
      ['expiry-date', '2027-02-01', '2027-03-01'],
      ['credential-name', 'Course 1', 'Course One'],
      ['description', 'Old text', 'New text'],
      ['published', true, false],
    ]),
    applied,
    {
      recipient: { name: 'Ada L', email: 'ada@example.com', phone_number: '+442079460001' },
      issued_on: '2026-01-11',
      expired_on: '2027-03-01',
      name: 'Course One',
      description: 'New text',
      approve: false,
    },
    [
      put({
        recipient: { name: 'Ada L', email: 'Ada@Example.com', phone_number: '+442079460001' },
        issued_on: '2026-01-11',
        expired_on: '2027-03-01',
        name: 'Course One',
        description: 'New text',
        approve: false,
      }),
    ],
  ],
  [
    'custom attributes merged',
    { 'custom-attributes': 'merged' },
    changeOf(201, [['custom:Location', 'Leeds', 'York']]),
    applied,
    { custom_attributes: { Location: 'York', Score: '7' } },
    [put({ custom_attributes: { Location: 'York', Score: '7' } })],
  ],
  [
    'custom attributes replaced',
    { 'custom-attributes': 'replaced' },
    changeOf(201, [['custom:Location', 'Leeds', 'York']]),
    applied,
    { custom_attributes: { Location: 'York', Score: '7' } },
    [put({ custom_attributes: { Location: 'York', Score: '7' } })],
  ],
  ['grade taken', { grade: 'taken' }, grade, applied, { grade: 'B' }, [put({ grade: 'B' })]],
  [
    'grade ignored',
    { grade: 'ignored' },
    grade,
    { kind: 'not-applied', fields: ['grade'] },
    { grade: 'A' },
    [put({ grade: 'B' })],
  ],
  [
    'grade ignored, and no answer body',
    { grade: 'ignored', 'put-answer': 'empty' },
    grade,
    { kind: 'not-applied', fields: ['grade'] },
    { grade: 'A' },
    [put({ grade: 'B' })],
  ],
  [
    'private ignored beside a name',
    { private: 'ignored' },
    changeOf(201, [
      ['recipient-name', 'Ada', 'Ada L'],
      ['private', false, true],
    ]),
    { kind: 'not-applied', fields: ['private'] },
    { private: false, recipient: { name: 'Ada L' } },
    [put({ recipient: { name: 'Ada L' }, private: true })],
  ],
  [
    'private taken',
    { private: 'taken' },
    changeOf(201, [['private', false, true]]),
    applied,
    { private: true },
    [put({ private: true })],
  ],
  ['cleared by null', { clear: 'null' }, clearGrade, applied, { grade: null }, [put({ grade: null })]],
  [
    'cleared by ""',
    { clear: 'empty-string' },
    clearGrade,
    applied,
    { grade: null },
    [put({ grade: null }), put({ grade: '' })],
  ],
  [
    'a custom value cleared by null',
    { clear: 'null' },
    clearPlace,
    applied,
    { custom_attributes: { Score: '7' } },
    [put({ custom_attributes: { Score: '7' } })],
  ],
  [
    'cleared, but grade is ignored',
    { grade: 'ignored' },
    clearGrade,
    { kind: 'not-applied', fields: ['grade'] },
    { grade: 'A' },
    [put({ grade: null }), put({ grade: '' })],
  ],
  [
    'ids as text, timestamps for days',
    { ids: 'strings', dates: 'timestamps' },
    changeOf(201, [['expiry-date', '2027-02-01', '2028-02-01']]),
    applied,
    { expired_on: '2028-02-01' },
    [put({ expired_on: '2028-02-01' })],
  ],
  [
    'ids as numbers, the uuid reported',
    { ids: 'numbers', 'uuid-in-v1': 'yes' },
    name201,
    applied,
    {},
    [put({ recipient: { name: 'Ada Lovelace' } })],
  ],
  [
    'there already: nothing is sent',
    {},
    changeOf(201, [['recipient-name', 'Adda', 'Ada']]),
    { kind: 'applied', there: ['recipient-name'] },
    { recipient: { name: 'Ada' } },
    [],
  ],
  [
    'partly there: the rest is sent',
    {},
    changeOf(201, [
      ['recipient-name', 'Adda', 'Ada'],
      ['grade', 'A', 'B'],
    ]),
    { kind: 'applied', there: ['recipient-name'] },
    { grade: 'B' },
    [put({ grade: 'B' })],
  ],
  [
    'moved since the review: a conflict with three values',
    {},
    changeOf(201, [
      ['recipient-name', 'Adda', 'Ada Byron'],
      ['grade', 'A', 'B'],
    ]),
    {
      kind: 'conflict',
      fields: [{ attribute: 'recipient-name', before: 'Adda', now: 'Ada', wanted: 'Ada Byron' }],
    },
    { grade: 'A', recipient: { name: 'Ada' } },
    [],
  ],
  [
    'moved to another group',
    {},
    changeOf(203, [['recipient-name', 'Person 203', 'X']]),
    { kind: 'conflict', fields: [{ attribute: 'group-id', before: '1', now: '2', wanted: '1' }] },
    {},
    [],
  ],
  [
    'refused with words',
    {},
    changeOf(201, [['recipient-email', 'p201@example.com', 'p202@example.com']]),
    { kind: 'rejected', status: 422, words: expect.stringContaining('already been taken') as string },
    { recipient: { email: 'p201@example.com' } },
    [put({ recipient: { email: 'p202@example.com' } })],
  ],
  [
    'gone',
    {},
    changeOf(999, [['recipient-name', 'a', 'b']]),
    { kind: 'rejected', status: 404, words: "Doesn't exist" },
    {},
    [],
  ],
  [
    'evidence added',
    {},
    changeOf(202, [
      ['evidence-url-1', null, 'https://a.test/new'],
      ['evidence-description-1', null, 'Thesis'],
    ]),
    applied,
    { evidence_items: [{ description: 'Thesis', link_url: 'https://a.test/new' }] },
    [{ evidence_item: { description: 'Thesis', category: 'url', url: 'https://a.test/new' } }],
  ],
  [
    'evidence described again, by its id',
    {},
    changeOf(201, [['evidence-description-1', 'Exam', 'Resit exam', '6']]),
    applied,
    {
      evidence_items: [
        { id: 5, description: 'Exam' },
        { id: 6, description: 'Resit exam' },
      ],
    },
    [{ evidence_item: { description: 'Resit exam' } }],
  ],
  [
    'evidence that is there already',
    {},
    changeOf(201, [['evidence-url-1', null, 'https://a.test/resit']]),
    { kind: 'applied', there: ['evidence-url-1'] },
    {},
    [],
  ],
  [
    'a field and evidence: the credential first',
    {},
    changeOf(202, [
      ['evidence-url-2', null, 'https://a.test/new'],
      ['recipient-name', 'Person 202', 'P'],
    ]),
    applied,
    { recipient: { name: 'P' }, evidence_items: [{ description: 'https://a.test/new' }] },
    [
      put({ recipient: { name: 'P' } }),
      { evidence_item: { description: 'https://a.test/new', category: 'url', url: 'https://a.test/new' } },
    ],
  ],
];

describe('the outcome of a change (docs/product.md 2.5)', () => {
  test.each(CASES)('%s', async (_name, switches, change, expected, after, writes) => {
    const world = await createWorld({ state, switches });
    const run = await world.begin([change]);
    const progress = await world.rest(run);
    expect(progress.run.state).toEqual({ kind: 'finished' });
    expect(await world.states(run)).toEqual([expected]);
    expect(world.writes().map(({ body }) => body)).toEqual(writes);
    if (change.credential !== '999')
      expect(held(world.standIn, Number(change.credential))).toMatchObject(after);
    expect(world.faults).toEqual([]);
  });

  test('credits are those of renewals that were sent and are there', async () => {
    const world = await createWorld({ state });
    const run = await world.begin([
      changeOf(202, [['expiry-date', '2026-02-01', '2028-02-01']], { credits: 1, renews: true }),
    ]);
    const progress = await world.rest(run);
    expect(progress).toMatchObject({ creditsSpent: 1, counts: { applied: 1, planned: 0 } });
    expect(world.standIn.state().issuer.certificate_left).toBe(4);
  });

  test('only the changed credential is touched', async () => {
    const world = await createWorld({ state });
    await world.rest(await world.begin([name201]));
    const others = (id: number) => [held(world.standIn, id), state.credentials.find((one) => one.id === id)];
    for (const id of [202, 203]) {
      const [now, before] = others(id);
      expect(now).toMatchObject({ ...before });
    }
  });
});
