import { expect, test } from 'vitest';
import { groupId } from '../../../../lib/credential/ids';
import { createAccess } from '../../../../lib/rpc/background/access';
import { deferred } from '../../../fakes/deferred';
import { testClock } from '../../../platform/test-clock';

const PAGE = { environment: 'eu', groupId: groupId('7') } as const;
const ANSWERS: Readonly<Record<string, string>> = {
  '/v1/issuer/details': '{"issuer":{"id":1,"name":"A"}}',
  '/v1/issuer/groups/7': '{"group":{"id":7,"name":"G"}}',
  '/v1/attribute_keys/search': '{"attribute_keys":[]}',
};

test('a removed key is no longer used, not even by a run that was begun with it', async () => {
  let key: string | null = null;
  const asked: string[] = [];
  const access = createAccess({
    fetch(url, { headers }) {
      const byKey = Object.hasOwn(headers as Record<string, string>, 'authorization');
      asked.push(`${new URL(url).pathname} ${byKey ? 'key' : 'session'}`);
      const body = ANSWERS[new URL(url).pathname];
      return Promise.resolve(
        byKey && body !== undefined ? new Response(body) : new Response('', { status: 401 }),
      );
    },
    now: () => 0,
    sleep: () => Promise.resolve(),
    random: () => 0,
    onFault: () => {},
    keys: {
      get: () => Promise.resolve(key),
      put: (_environment, given) => Promise.resolve(void (key = given)),
      forget: () => Promise.resolve(void (key = null)),
      where: () => Promise.resolve('session'),
    },
  });
  const { signal } = new AbortController();
  const begun = await access.giveKey(PAGE, 'secret', true, signal);
  if (!begun.ok) throw new Error(begun.problem.code);
  const { client } = begun.value;
  const request = { method: 'GET', path: '/v1/issuer/details', effect: 'read' } as const;
  expect((await client.send(request)).ok).toBe(true);

  await access.forgetKey('eu');
  asked.length = 0;
  const refused = { ok: false, problem: { code: 'signed-out', triedKey: true } };
  expect(await client.send(request)).toEqual(refused);
  expect(await client.sendUnless(() => false, { ...request, method: 'PUT', effect: 'write' })).toEqual(
    refused,
  );
  expect(asked).toEqual([]);

  // The same key given again makes a new client. The earlier one stays shut.
  const again = await access.giveKey(PAGE, 'secret', true, signal);
  expect(again.ok).toBe(true);
  expect(await client.send(request)).toEqual(refused);
});

test('a key that is removed while a request waits for its turn is not sent with it', async () => {
  const asked: string[] = [];
  const clock = testClock();
  const forgotten = deferred<null>();
  let waits = false;
  const access = createAccess({
    fetch(url) {
      const { pathname } = new URL(url);
      asked.push(pathname);
      // A limit answer: all requests wait for half a minute.
      const isLimited = waits && pathname === '/v1/issuer/details';
      return Promise.resolve(isLimited ? new Response('', { status: 429 }) : new Response(ANSWERS[pathname]));
    },
    now: clock.now,
    sleep: (milliseconds) => forgotten.promise.then(() => clock.sleep(milliseconds)),
    random: () => 0,
    onFault: () => {},
    keys: {
      get: () => Promise.resolve(null),
      where: () => Promise.resolve('nowhere'),
      put: () => Promise.resolve(),
      forget: () => Promise.resolve(),
    },
  });
  const begun = await access.giveKey(PAGE, 'secret', false, new AbortController().signal);
  if (!begun.ok) throw new Error(begun.problem.code);
  waits = true;
  const answer = begun.value.client.send({ method: 'GET', path: '/v1/issuer/details', effect: 'read' });
  await expect.poll(() => asked.filter((path) => path === '/v1/issuer/details').length).toBe(2);
  await access.forgetKey('eu');
  asked.length = 0;
  forgotten.resolve(null);
  expect(await answer).toEqual({ ok: false, problem: { code: 'signed-out', triedKey: true } });
  expect(asked).toEqual([]);
});

test('the sign-in of a run, by the key of its account, is not that of the panel', async () => {
  const asked: string[] = [];
  const access = createAccess({
    fetch(url, { headers }) {
      const byKey = Object.hasOwn(headers as Record<string, string>, 'authorization');
      const { pathname } = new URL(url);
      asked.push(`${pathname} ${byKey ? 'key' : 'session'}`);
      // Somebody of account 2 is signed in; the key is of account 1, whose run it is.
      const issuer = JSON.stringify({ issuer: { id: byKey ? 1 : 2, name: 'A' } });
      return Promise.resolve(new Response(pathname === '/v1/issuer/details' ? issuer : ANSWERS[pathname]));
    },
    now: () => 0,
    sleep: () => Promise.resolve(),
    random: () => 0,
    onFault: () => {},
    keys: {
      get: () => Promise.resolve('secret'),
      put: () => Promise.resolve(),
      forget: () => Promise.resolve(),
      where: () => Promise.resolve('session'),
    },
  });
  const { signal } = new AbortController();
  const accountOf = (result: Awaited<ReturnType<typeof access.known>>) =>
    result.ok ? [result.value.connection.account.id, result.value.client.signedInBy] : result.problem;
  expect(accountOf(await access.signIn(PAGE, null, signal))).toEqual(['2', 'session']);
  expect(accountOf(await access.signIn(PAGE, '1', signal))).toEqual(['1', 'key']);
  asked.length = 0;
  expect(accountOf(await access.known(PAGE, signal))).toEqual(['2', 'session']);
  expect(asked).toEqual([]);
  // Nor does a run whose account nobody is signed in as take the panel's sign-in away.
  expect(accountOf(await access.signIn(PAGE, '3', signal))).toEqual(['2', 'session']);
  expect(accountOf(await access.known(PAGE, signal))).toEqual(['2', 'session']);
});
