import { describe, expect, test } from 'vitest';
import { groupId } from '../../../lib/credential/ids';
import { createClient, type Authorization } from '../../../lib/platform/client';
import { createPace } from '../../../lib/platform/pace';
import { readGroup } from '../../../lib/platform/read-group';
import { testClock } from '../../platform/test-clock';

type Answer = unknown;

/**
 * A client that gets these answers one after the other, and the last one for all further requests.
 */
function clientOf(answers: readonly Answer[], authorization: Authorization = { kind: 'session' }) {
  const asked: { url: string; init: RequestInit }[] = [];
  const clock = testClock();
  const client = createClient({
    ...clock,
    random: () => 0,
    pace: createPace(clock),
    environment: 'eu',
    authorization,
    fetch: (url, init) => {
      const answer = answers[Math.min(asked.length, answers.length - 1)];
      asked.push({ url, init });
      return Promise.resolve(new Response(typeof answer === 'string' ? answer : JSON.stringify(answer)));
    },
  });
  return { client, asked };
}

const searched = (id: unknown, more: object = {}) => ({
  id,
  uuid: `u${String(id)}`,
  name: 'Course',
  issued_on: '2026-01-01',
  expired_on: '',
  approve: true,
  private: false,
  custom_attributes: {},
  recipient_name: 'Ada',
  recipient_email: 'ada@example.org',
  group: { id: 7, name: 'Group' },
  ...more,
});
const page = (credentials: readonly object[], meta: object) => ({ credentials, meta });
const read = async (answers: readonly Answer[]) => {
  const parts: string[][] = [];
  const { client, asked } = clientOf(answers);
  const result = await readGroup(client, groupId(7), {
    onPart: ({ credentials }) => parts.push(credentials.map(({ id }) => id)),
  });
  return { result, parts, asked };
};

describe('how a request is authorized', () => {
  test('by session: cookies, no key, never a redirect followed', async () => {
    const { client, asked } = clientOf(['']);
    await client.send({ method: 'GET', path: '/v1/x', effect: 'read' });
    expect(asked[0]?.url).toBe('https://eu.api.accredible.com/v1/x');
    expect(asked[0]?.init).toMatchObject({ credentials: 'include', redirect: 'manual', cache: 'no-store' });
    expect(asked[0]?.init.headers).not.toHaveProperty('authorization');
  });

  test('by key: the key, no cookies', async () => {
    const { client, asked } = clientOf([''], { kind: 'key', key: 'secret' });
    await client.send({ method: 'PUT', path: '/v1/x', body: { a: 1 }, effect: 'write' });
    expect(asked[0]?.init).toMatchObject({
      credentials: 'omit',
      body: '{"a":1}',
      headers: { authorization: 'Token token=secret', 'content-type': 'application/json' },
    });
  });
});

describe('answers that are not what the platform documents', () => {
  const unexpected = { ok: false, problem: { code: 'unexpected-answer' } };
  test.each<[string, Answer]>([
    ['a page', '<html>'],
    ['nothing', ''],
    ['no credentials', { meta: {} }],
    ['a date that is none', page([searched(1, { expired_on: '31/12/2026' })], { count: 1 })],
    ['no id', page([searched(null)], { count: 1 })],
    ['an id that lost digits', page([searched(1e300)], { count: 1 })],
    ['custom attributes that are no map', page([searched(1, { custom_attributes: 'x' })], { count: 1 })],
    ['no custom attributes at all', page([searched(1, { custom_attributes: undefined })], { count: 1 })],
    ['credentials of another group', page([searched(1, { group: { id: 8, name: 'B' } })], { count: 1 })],
    ['fewer than it counts', page([searched(1)], { count: 5 })],
  ])('%s', async (_name, answer) => {
    expect((await read([answer])).result).toMatchObject(unexpected);
  });
});

describe('paging', () => {
  test.each<[string, readonly Answer[], readonly (readonly string[])[], number]>([
    [
      'one cursor for the whole reading',
      [page([searched(1)], { count: 2, cursor: 'c' }), page([searched(2)], { count: 2, cursor: 'c' })],
      [['1'], ['2']],
      2,
    ],
    [
      'no cursor, by offset',
      [page([searched(1)], { count: 2 }), page([searched(2)], { count: 2 })],
      [['1'], ['2']],
      2,
    ],
    [
      'a credential on two pages is one',
      [
        page([searched(1), searched(2)], { count: 3, cursor: 'a' }),
        page([searched(2), searched(3)], { count: 3, cursor: 'b' }),
      ],
      [['1', '2'], ['3']],
      2,
    ],
    ['a credential twice on a page is one', [page([searched(1), searched('1')], { count: 1 })], [['1']], 1],
    ['no count', [page([searched(1)], { cursor: 'a' }), page([], {})], [['1'], []], 2],
    ['no meta', [{ credentials: [searched(1)] }, { credentials: [] }], [['1'], []], 2],
  ])('%s', async (_name, answers, parts, requests) => {
    const { result, parts: came, asked } = await read(answers);
    expect(result).toMatchObject({ ok: true, value: { requests } });
    expect(came).toEqual(parts);
    expect(asked).toHaveLength(requests);
  });

  test('a platform that always answers the same page ends, as an unexpected answer', async () => {
    const { result, asked } = await read([page([searched(1)], { count: 9, cursor: 'c' })]);
    expect(result).toMatchObject({ ok: false, problem: { code: 'unexpected-answer' } });
    expect(asked.length).toBeLessThan(6);
  });
});

describe('values are read as they come', () => {
  test.each<[string, object, object]>([
    ['"" is none', { expired_on: '', grade: '' }, { expiredOn: null, grade: null }],
    ['a number as text', { grade: 7 }, { grade: '7' }],
    ['timestamps', { issued_on: '2026-01-01T00:00:00.000Z' }, { issuedOn: '2026-01-01' }],
    ['a recipient id that is the uuid', { recipient_id: 'u1' }, { recipientId: 'u1' }],
    ['a recipient id of their own', { recipient_id: 'R-1' }, { recipientId: 'R-1' }],
    [
      'custom values of other types',
      { custom_attributes: { n: 5, b: false, x: null, e: '', o: { a: 1 } } },
      { custom: { n: '5', b: 'false', o: '{"a":1}' } },
    ],
  ])('%s', async (_name, wire, expected) => {
    let first: object = {};
    const { client } = clientOf([page([searched(1, wire)], { count: 1 })]);
    await readGroup(client, groupId(7), {
      onPart: ({ credentials }) => (first = credentials[0] ?? {}),
    });
    expect(first).toMatchObject(expected);
  });

  test('names of custom attributes touch no prototype', async () => {
    const answer = `{"credentials":[${JSON.stringify(searched(1)).replace('"custom_attributes":{}', '"custom_attributes":{"__proto__":"x","constructor":"y"}')}],"meta":{"count":1}}`;
    let custom: Readonly<Record<string, string>> = {};
    const { client } = clientOf([answer]);
    await readGroup(client, groupId(7), {
      onPart: ({ credentials }) => (custom = credentials[0]?.custom ?? {}),
    });
    expect(Object.entries(custom)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

describe('aborting', () => {
  test('an abort rejects with its reason and sends nothing more', async () => {
    const gone = new AbortController();
    const clock = testClock();
    let asked = 0;
    const client = createClient({
      ...clock,
      random: () => 0,
      pace: createPace(clock),
      environment: 'eu',
      authorization: { kind: 'session' },
      fetch: () => {
        asked += 1;
        gone.abort(new Error('closed'));
        return Promise.reject(new TypeError('aborted'));
      },
    });
    await expect(client.send({ method: 'GET', path: '/v1/x', effect: 'read' }, gone.signal)).rejects.toThrow(
      'closed',
    );
    expect(asked).toBe(1);
  });
});

describe('how often a read is sent again', () => {
  const asks = async (answers: readonly (number | 'reset')[]) => {
    const clock = testClock();
    let asked = 0;
    const client = createClient({
      ...clock,
      random: () => 0,
      pace: createPace(clock),
      environment: 'eu',
      authorization: { kind: 'session' },
      fetch: () => {
        const answer = answers[Math.min(asked, answers.length - 1)] ?? 200;
        asked += 1;
        if (answer === 'reset') return Promise.reject(new TypeError('reset'));
        return Promise.resolve(new Response('{}', { status: answer }));
      },
    });
    const { ok } = await client.send({ method: 'GET', path: '/v1/x', effect: 'read' });
    return { ok, asked };
  };
  test.each<[string, readonly (number | 'reset')[], { ok: boolean; asked: number }]>([
    ['a 500 that stays', [500], { ok: false, asked: 3 }],
    ['a 502 that stays', [502], { ok: false, asked: 5 }],
    ['a 500 after other faults is not taken for the third', [502, 'reset', 500, 200], { ok: true, asked: 4 }],
    ['two 500s between other faults', [500, 502, 500, 200], { ok: true, asked: 4 }],
  ])('%s', async (_name, answers, expected) => {
    expect(await asks(answers)).toEqual(expected);
  });
});
