import { describe, expect, test } from 'vitest';
import { createStandIn, type StandIn } from './stand-in';
import { parseSwitchText, SWITCH_NAMES, SWITCHES, PRESET_SWITCHES, type SwitchName } from './switches';
import { call, held, put, search, signIn } from './test-client';
import { testClock } from './test-clock';
import { credentialFields, smallState } from './test-state';

const clock = testClock();
const credential = async (standIn: StandIn, id: number): Promise<Record<string, unknown>> => {
  const { body } = await call(standIn, 'GET', `/v1/credentials/${id}`);
  return (body as { credential: Record<string, unknown> }).credential;
};
const TODAY = '2026-11-22';
/** Credits that a change of credential 102 takes. */
const creditsOf = async (standIn: StandIn, fields: object) => {
  const before = standIn.state().issuer.certificate_left;
  await put(standIn, 102, fields);
  return before - standIn.state().issuer.certificate_left;
};
const found = async (standIn: StandIn, query: unknown, more?: object) => {
  const { body } = await search(standIn, query, more);
  return body as { credentials: Record<string, unknown>[]; meta: Record<string, unknown> };
};

const publicRecord = (standIn: StandIn, reference: number | string) =>
  call(standIn, 'GET', `/v1/credential-net/credentials/${reference}`, undefined, { key: null });

/** The effect of each position of a switch, seen from outside. */
type Case = readonly [
  name: SwitchName,
  see: (standIn: StandIn) => unknown,
  expected: Readonly<Record<string, unknown>>,
];

const CASES: readonly Case[] = [
  [
    'session',
    async (s) =>
      (await call(s, 'GET', '/v1/issuer/details', undefined, { key: null, cookie: await signIn(s) })).status,
    { taken: 200, signed: 401, refused: 401 },
  ],
  [
    'keys',
    async (s) => (await call(s, 'GET', '/v1/issuer/details')).status,
    { taken: 200, 401: 401, 403: 403 },
  ],
  [
    'put-answer',
    async (s) => (await put(s, 101, { grade: 'B' })).body !== '',
    { credential: true, empty: false },
  ],
  [
    'custom-attributes',
    async (s) => {
      await put(s, 101, { custom_attributes: { Location: 'York' } });
      return held(s, 101).custom_attributes;
    },
    { merged: { Location: 'York', Score: '7' }, replaced: { Location: 'York' } },
  ],
  [
    'grade',
    async (s) => {
      await put(s, 101, { grade: 'B' });
      return held(s, 101).grade;
    },
    { taken: 'B', ignored: 'A' },
  ],
  [
    'private',
    async (s) => {
      await put(s, 101, { private: true });
      return held(s, 101).private;
    },
    { taken: true, ignored: false },
  ],
  [
    'clear',
    async (s) => {
      await put(s, 101, { grade: null, recipient: { id: '' } });
      return [held(s, 101).grade, held(s, 101).recipient.id];
    },
    { null: [null, 'R-1'], 'empty-string': ['A', null] },
  ],
  [
    'evidence',
    async (s) => {
      await put(s, 101, {
        evidence_items: [{ description: 'New', category: 'url', url: 'https://a.test/' }],
      });
      return held(s, 101).evidence_items.map((item) => item.description);
    },
    { appended: ['Exam', 'New'], replaced: ['New'] },
  ],
  [
    'evidence-answer',
    async (s) => {
      const body = { evidence_item: { description: 'New', category: 'url', url: 'https://a.test/' } };
      const answer = await call(s, 'POST', '/v1/credentials/101/evidence_items', body);
      return Object.hasOwn(answer.body as object, 'evidence_item');
    },
    { wrapped: true, bare: false },
  ],
  [
    'description',
    async (s) => {
      s.edit('101', { description: 'About\nit' });
      return (await credential(s, 101))['description'];
    },
    { 'as-sent': 'About\nit', html: '<p>About<br>it</p>' },
  ],
  [
    'grade-type',
    async (s) => {
      s.edit('101', { grade: '0' });
      const [searched] = (await found(s, { uuid: held(s, 101).uuid })).credentials;
      const words = (await credential(s, 102))['grade'];
      return [(await credential(s, 101))['grade'], searched?.['grade'], words];
    },
    { text: ['0', '0', null], number: [0, 0, null] },
  ],
  [
    'public-url',
    async (s) => {
      const options = { origin: 'https://eu.api.accredible.com' };
      const { body } = await call(s, 'GET', '/v1/credentials/101', undefined, options);
      return (body as { credential: { url: unknown } }).credential.url;
    },
    {
      region: 'https://eu.credential.net/e101',
      'own-domain': 'https://credentials.northfield.test/e101',
      none: null,
    },
  ],
  [
    'public-lag',
    async (s) => {
      s.edit('101', { recipient: { name: 'New' } });
      return ((await publicRecord(s, 101)).body as { credential: { recipient: object } }).credential
        .recipient;
    },
    { 0: { name: 'New' }, 500: { name: 'Person 101' } },
  ],
  [
    'public-stale',
    async (s) => {
      s.edit('101', { recipient: { name: 'New' } });
      return ((await publicRecord(s, 101)).body as { credential: { recipient: object } }).credential
        .recipient;
    },
    { 0: { name: 'New' }, 2: { name: 'New' }, 101: { name: 'Person 101' } },
  ],
  [
    'public-id',
    async (s) => ((await publicRecord(s, 101)).body as { credential: { id: unknown } }).credential.id,
    { number: 101, own: 'L-1', none: undefined },
  ],
  ['page-size', async (s) => (await found(s, {})).credentials.length, { 2: 2, 4: 4 }],
  [
    'page-too-large',
    async (s) => {
      s.setSwitch('page-max', '70');
      return (await search(s, {}, { page: { size: 71 } })).status;
    },
    { cut: 200, 400: 400, 422: 422, 500: 500 },
  ],
  ['page-max', async (s) => (await found(s, {}, { page: { size: 90 } })).meta['size'], { 3: 3, 200: 90 }],
  [
    'search-lag',
    async (s) => {
      await put(s, 101, { recipient: { name: 'New' } });
      return [
        (await found(s, { recipient_name: 'New' })).meta['count'],
        (await credential(s, 101))['recipient'],
      ];
    },
    { 0: [1, expect.objectContaining({ name: 'New' })], 500: [0, expect.objectContaining({ name: 'New' })] },
  ],
  [
    'search-order',
    async (s) => {
      s.setSwitch('search-lag', '500');
      for (const id of [101, 102]) await put(s, id, { recipient: { name: 'New' } });
      return (await found(s, { recipient_name: 'New' })).credentials.map(({ id }) => id);
    },
    { 'as-written': [], mixed: [102] },
  ],
  [
    'email-search',
    async (s) => (await found(s, { 'recipient_email[in]': ['P101@Example.com'] })).meta['count'],
    { exact: 0, 'any-case': 1 },
  ],
  [
    'retry-after',
    async (s) => {
      s.setFaults(['429']);
      return (await call(s, 'GET', '/v1/issuer/details')).headers.get('retry-after');
    },
    { yes: '10', no: null },
  ],
  [
    'ids',
    async (s) => [
      (await credential(s, 101))['id'],
      (await credential(s, 101))['group_id'],
      (await found(s, { uuid: held(s, 101).uuid })).credentials[0]?.['id'],
    ],
    { documented: ['101', 1, 101], numbers: [101, 1, 101], strings: ['101', '1', '101'] },
  ],
  [
    'dates',
    async (s) => [
      (await credential(s, 101))['issued_on'],
      (await credential(s, 103))['expired_on'],
      (await found(s, { uuid: held(s, 101).uuid })).credentials[0]?.['expired_on'],
    ],
    {
      days: ['2026-01-10', null, '2026-02-01'],
      timestamps: ['2026-01-10T00:00:00.000Z', null, '2026-02-01T00:00:00.000Z'],
    },
  ],
  [
    'recipient-id',
    async (s) => ((await credential(s, 102))['recipient'] as { id: unknown }).id,
    { uuid: '00000000-0000-4000-8000-000000000102', null: null },
  ],
  [
    'empty-attributes',
    async (s) => (await credential(s, 102))['custom_attributes'],
    { object: {}, null: null },
  ],
  ['uuid-in-v1', async (s) => Object.hasOwn(await credential(s, 101), 'uuid'), { yes: true, no: false }],
  [
    'expires-today',
    async (s) => {
      s.edit('102', { expired_on: TODAY });
      return creditsOf(s, { expired_on: '2027-02-01' });
    },
    { valid: 0, expired: 1 },
  ],
  [
    'billing-year',
    async (s) => {
      s.edit('102', { expired_on: '2027-02-01' });
      const withinTheYear = await creditsOf(s, { expired_on: '2027-08-01' });
      return [withinTheYear, await creditsOf(s, { expired_on: '2028-02-01' })];
    },
    { none: [0, 0], december: [0, 1], june: [1, 0] },
  ],
  [
    'own-id',
    async (s) => {
      const { id, accredible_internal_id: internal } = await credential(s, 101);
      const [searched] = (await found(s, { uuid: held(s, 101).uuid })).credentials;
      const byLicense = (await found(s, { license_id: 'L-1' })).credentials.length;
      return [id, internal, searched?.['license_id'], byLicense];
    },
    {
      license: ['101', '101', 'L-1', 1],
      id: ['L-1', '101', null, 0],
      'id-and-license': ['L-1', '101', 'L-1', 1],
      neither: ['101', '101', null, 0],
    },
  ],
  [
    'own-id-path',
    async (s) => {
      s.edit('102', { id: '101' });
      return (await credential(s, 101))['accredible_internal_id'];
    },
    { 'after-numbers': '101', 'before-numbers': '102' },
  ],
  [
    'tab-bar',
    async (s) => {
      const cookie = await signIn(s);
      const origin = 'https://dashboard.accredible.com';
      const path = '/issuer/dashboard/group/1/settings';
      return /data-tab-bar="(\w+)"/.exec(
        String((await call(s, 'GET', path, undefined, { cookie, origin })).body),
      )?.[1];
    },
    { yes: 'yes', no: 'no' },
  ],
];

describe('each switch, in each of its positions', () => {
  const rows = CASES.flatMap(([name, see, expected]) =>
    Object.entries(expected).map(([value, seen]) => [`${name}=${value}`, see, seen] as const),
  );

  test.each(rows)('%s', async (text, see, seen) => {
    const standIn = createStandIn({ state: smallState(), ...clock });
    const [name = '', value = ''] = text.split('=');
    expect(standIn.setSwitch(name, value)).toEqual({ ok: true, value: null });
    expect(await see(standIn)).toEqual(seen);
  });

  test('none is forgotten here, but those of paging and of revoked credentials', () => {
    const tried = new Set(CASES.map(([name]) => name));
    expect(SWITCH_NAMES.filter((name) => !tried.has(name))).toEqual([
      'revoked-writes',
      'revoked-search',
      'cursor-end',
      'count',
    ]);
  });

  test('each position is tried', () => {
    const missing = CASES.flatMap(([name, , expected]) => {
      const { values } = SWITCHES[name];
      return values === 'number' ? [] : values.filter((value) => !Object.hasOwn(expected, value));
    });
    expect(missing).toEqual([]);
  });
});

test('search catches up with writes once the lag is over', async () => {
  const standIn = createStandIn({ state: smallState(), ...clock, switches: { 'search-lag': 500 } });
  await put(standIn, 101, { recipient: { name: 'New' } });
  clock.advance(499);
  expect((await found(standIn, { recipient_name: 'New' })).meta['count']).toBe(0);
  clock.advance(1);
  expect((await found(standIn, { recipient_name: 'New' })).meta['count']).toBe(1);
});

test('count=capped says 10,000 beyond 10,000', async () => {
  const credentials = Array.from({ length: 10_003 }, (_, at) => credentialFields(1 + at));
  const standIn = createStandIn({ state: smallState(credentials), ...clock });
  expect((await found(standIn, {})).meta['count']).toBe(10_003);
  standIn.setSwitch('count', 'capped');
  expect((await found(standIn, {})).meta['count']).toBe(10_000);
});

describe('a switch as it is written', () => {
  test.each([
    ['grade=ignored', { ok: true, value: { grade: 'ignored' } }],
    ['page-max=25', { ok: true, value: { 'page-max': 25 } }],
    ['grade', { ok: false, problem: 'A switch is written NAME=VALUE, not "grade".' }],
    ['grade=maybe', { ok: false, problem: 'Switch grade takes taken or ignored, not "maybe".' }],
    ['page-max=many', { ok: false, problem: 'Switch page-max takes a whole number, not "many".' }],
    [
      'toString=1',
      { ok: false, problem: expect.stringContaining('There is no switch "toString".') as string },
    ],
  ])('%s', (text, expected) => {
    expect(parseSwitchText(text)).toEqual(expected);
  });

  test('the presets are values of their switches', () => {
    for (const name of SWITCH_NAMES)
      expect(parseSwitchText(`${name}=${PRESET_SWITCHES[name]}`).ok).toBe(true);
  });
});
