import { describe, expect, test } from 'vitest';
import { createStandIn } from '../stand-in';
import { ACCOUNT_KEY } from '../stand-in-options';
import { call, signIn, type CallOptions } from '../test-client';
import { testClock } from '../test-clock';
import { smallState } from '../test-state';

const TRADES = 'northfield-trades-key';
const HEALTH = 'northfield-health-key';
const fresh = () => createStandIn({ state: smallState(), ...testClock() });
const details = (standIn: ReturnType<typeof fresh>, options: CallOptions) =>
  call(standIn, 'GET', '/v1/issuer/details', undefined, options);

describe('who gets in', () => {
  test.each([
    ['the key of the account', { key: ACCOUNT_KEY }, 200, 'key'],
    ['the key of a department', { key: TRADES }, 200, 'department-key'],
    ['a wrong key', { key: 'wrong' }, 401, 'key'],
    ['nobody', { key: null }, 401, 'none'],
    ['a session that is none', { key: null, cookie: '_dashboard_session=x' }, 401, 'session'],
    ['a cookie of another name', { key: null, cookie: 'a=b' }, 401, 'none'],
  ])('%s', async (_, options, status, auth) => {
    const standIn = fresh();
    expect((await details(standIn, options)).status).toBe(status);
    expect(standIn.log.at(-1)).toMatchObject({ auth, status });
  });

  test('a session, until it is signed out', async () => {
    const standIn = fresh();
    const cookie = await signIn(standIn);
    expect((await details(standIn, { key: null, cookie })).status).toBe(200);
    standIn.signOutAll();
    expect(await details(standIn, { key: null, cookie })).toMatchObject({
      status: 401,
      body: { success: false, data: 'Sorry, You are not authorized, visit accredible.com for this' },
    });
  });

  test('a wrong key is not made good by a session', async () => {
    const standIn = fresh();
    expect((await details(standIn, { key: 'wrong', cookie: await signIn(standIn) })).status).toBe(401);
  });

  test('a refused session says so in words of its own', async () => {
    const standIn = fresh();
    standIn.setSwitch('session', 'refused');
    const cookie = await signIn(standIn);
    expect((await details(standIn, { key: null, cookie })).body).toEqual({
      success: false,
      data: 'Not enough or too many segments',
    });
  });
});

describe('a key of a department sees its department alone', () => {
  test.each([
    ['GET', '/v1/issuer/groups/1', undefined, 200, 404],
    ['GET', '/v1/issuer/groups/3', undefined, 404, 200],
    ['GET', '/v1/credentials/101', undefined, 200, 404],
    ['PUT', '/v1/credentials/105', { credential: { grade: 'B' } }, 404, 200],
    ['PUT', '/v1/credentials/101', { credential: { group_id: 3 } }, 422, 404],
    ['DELETE', '/v1/credentials/101/evidence_items/5', undefined, 200, 404],
  ] as const)('%s %s %j', async (method, path, body, trades, health) => {
    expect((await call(fresh(), method, path, body, { key: TRADES })).status).toBe(trades);
    expect((await call(fresh(), method, path, body, { key: HEALTH })).status).toBe(health);
  });

  test.each([
    [ACCOUNT_KEY, 5, [1, 2, 3], ['Location', 'Photo', 'Ward']],
    [TRADES, 4, [1, 2], ['Location', 'Photo']],
    [HEALTH, 1, [3], ['Ward']],
  ])('searches with %s', async (key, count, groupIds, names) => {
    const standIn = fresh();
    const ask = async (path: string, body: object) => (await call(standIn, 'POST', path, body, { key })).body;
    expect(await ask('/v2/credentials/search', { query: {} })).toMatchObject({ meta: { count } });
    expect(await ask('/v1/issuer/groups/search', {})).toMatchObject({
      groups: groupIds.map((id) => ({ id })),
    });
    expect(await ask('/v1/attribute_keys/search', {})).toMatchObject({
      attribute_keys: names.map((name) => ({ name })),
    });
  });
});

test.each([
  [
    '/v1/issuer/groups/search',
    { name: 'group 1' },
    { groups: [{ id: 1 }], meta: { total_count: 1, next_page: null } },
  ],
  ['/v1/issuer/groups/search', { meta_data: { course_id: 'X' } }, { groups: [{ id: 3 }] }],
  ['/v1/issuer/groups/search', { start_updated_date: '2026-02-01' }, { groups: [] }],
  [
    '/v1/issuer/groups/search',
    { page: 2, page_size: 2 },
    { groups: [{ id: 3 }], meta: { current_page: 2, prev_page: 1, total_pages: 2 } },
  ],
  ['/v1/attribute_keys/search', { kind: 'image' }, { attribute_keys: [{ name: 'Photo' }] }],
  ['/v1/attribute_keys/search', { name: 'LOC' }, { attribute_keys: [{ name: 'Location' }] }],
  ['/v1/attribute_keys/search', { department_id: 72 }, { attribute_keys: [{ name: 'Ward' }] }],
  [
    '/v1/attribute_keys/search',
    { page_size: 2 },
    { meta: { current_page: 1, next_page: 2, prev_page: null, total_pages: 2, total_count: 3 } },
  ],
])('%s %j', async (path, body, expected) => {
  expect((await call(fresh(), 'POST', path, body)).body).toMatchObject(expected);
});

describe('the limit of requests', () => {
  test('200 in a period of 30 s, then 429 until the next', async () => {
    const clock = testClock('2026-11-22T09:00:10Z');
    const standIn = createStandIn({ state: smallState(), ...clock });
    for (let count = 0; count < 200; count += 1) expect((await details(standIn, {})).status).toBe(200);
    const refused = await details(standIn, {});
    expect([refused.status, refused.body, refused.headers.get('retry-after')]).toEqual([
      429,
      'Retry later\n',
      '20',
    ]);
    clock.advance(19_999);
    expect((await details(standIn, {})).status).toBe(429);
    clock.advance(1);
    expect((await details(standIn, {})).status).toBe(200);
  });

  test('counts each client by itself, refused requests too, and neither pages nor controls', async () => {
    const standIn = createStandIn({ state: smallState(), rate: 2, ...testClock() });
    await signIn(standIn);
    await call(standIn, 'GET', '/stand-in/state');
    expect((await details(standIn, { key: 'wrong' })).status).toBe(401);
    expect((await details(standIn, {})).status).toBe(200);
    expect((await details(standIn, {})).status).toBe(429);
    expect((await details(standIn, { client: 'other' })).status).toBe(200);
  });

  test('0 is no limit', async () => {
    const standIn = createStandIn({ state: smallState(), rate: 0, ...testClock() });
    for (let count = 0; count < 300; count += 1) await details(standIn, {});
    expect(standIn.log.every(({ status }) => status === 200)).toBe(true);
  });
});
