import { expect, test } from 'vitest';
import { createSentLog, kindOf } from '../../../../lib/rpc/background/sent-log';
import type { Sent } from '../../../../lib/rpc/contract/sent';

const API = 'https://api.accredible.com';
const put = (body: unknown): RequestInit => ({ method: 'PUT', body: JSON.stringify(body) });

/** [address, request, path, fields] */
test.each<[string, RequestInit, string, readonly string[]]>([
  ['/v1/credentials/10203040', { method: 'GET' }, '/v1/credentials/…', []],
  ['/v1/credentials/ada-lovelace', { method: 'GET' }, '/v1/credentials/…', []],
  ['/v1/credentials/ada%40example.com', { method: 'GET' }, '/v1/credentials/…', []],
  [
    '/v1/credentials/1/evidence_items/2',
    put({ evidence_item: { url: 'x' } }),
    '/v1/credentials/…/evidence_items/…',
    ['evidence_item.url'],
  ],
  ['/v1/issuer/groups/555', { method: 'GET' }, '/v1/issuer/groups/…', []],
  ['/v1/issuer/details', { method: 'GET' }, '/v1/issuer/details', []],
  [
    '/v2/credentials/search',
    put({ filters: [{ email: 'ada@example.com' }, { email: 'x' }] }),
    '/v2/credentials/search',
    ['filters.email'],
  ],
  [
    '/v1/credentials/7',
    put({ credential: { recipient: { name: 'Ada' }, grade: null } }),
    '/v1/credentials/…',
    ['credential.recipient.name', 'credential.grade'],
  ],
  ['/v1/issuer/groups?name=Ada&page=2', { method: 'GET' }, '/v1/issuer/groups', ['name', 'page']],
  ['/v1/credentials/7', { method: 'PUT', body: 'no JSON: Ada' }, '/v1/credentials/…', []],
  ['/v1/credentials/7', put(['Ada', 'Bob']), '/v1/credentials/…', []],
])('%s has no value in its kind', (address, init, path, fields) => {
  const kind = kindOf(API + address, init);
  expect([kind.path, kind.fields]).toEqual([path, fields]);
  expect(JSON.stringify(kind)).not.toMatch(/ada|lovelace|10203040|example\.com/i);
});

function log(stored?: unknown) {
  const saved: Sent[] = [];
  const store = {
    load: () => Promise.resolve(stored),
    save: (sent: Sent) => Promise.resolve(void saved.push(sent)),
  };
  const faults: unknown[] = [];
  const made = createSentLog({ store, now: () => 7_000, onFault: (error) => faults.push(error) });
  const fetch = made.watched(() => Promise.resolve(new Response('{}')));
  return { log: made, fetch, saved, faults };
}

test('requests of one kind are counted together, also those that leave at once', async () => {
  const { log: sent, fetch, faults } = log();
  const bodies = [
    { credential: { grade: 'A' } },
    { credential: { grade: 'ÄÄ' } },
    { credential: { name: 'B' } },
  ];
  await Promise.all(bodies.map((body, n) => fetch(`${API}/v1/credentials/${n}`, put(body))));
  await expect.poll(async () => (await sent.read()).kinds.map(({ requests }) => requests)).toEqual([2, 1]);
  const [first] = (await sent.read()).kinds;
  expect(first?.bytes).toBe(
    new TextEncoder().encode(
      bodies
        .slice(0, 2)
        .map((body) => JSON.stringify(body))
        .join(''),
    ).length,
  );
  expect(faults).toEqual([]);
});

test('a run begins again, and "Delete everything" leaves no count', async () => {
  const { log: sent, fetch } = log();
  await fetch(`${API}/v1/issuer/details`, { method: 'GET' });
  await sent.begin();
  expect(await sent.read()).toEqual({ since: 7_000, fromRun: true, kinds: [] });
  await sent.clear();
  expect(await sent.read()).toEqual({ since: 7_000, fromRun: false, kinds: [] });
});

test.each<[string, unknown, number]>([
  ['a background that was stopped goes on counting', { since: 5, fromRun: true, kinds: [] }, 5],
  ['counts that another version has written are left', { since: '5' }, 7_000],
  ['nothing was counted yet', undefined, 7_000],
])('%s', async (_what, stored, since) => {
  expect((await log(stored).log.read()).since).toBe(since);
});

test('a store that fails costs no request', async () => {
  const faults: unknown[] = [];
  const store = { load: () => Promise.reject(new Error('full')), save: () => Promise.resolve() };
  const sent = createSentLog({ store, now: Date.now, onFault: (error) => faults.push(error) });
  const answer = await sent.watched(() => Promise.resolve(new Response('taken')))(
    `${API}/v1/issuer/details`,
    {},
  );
  expect(await answer.text()).toBe('taken');
  await expect.poll(() => faults.length).toBe(1);
});
