import { expect, test } from 'vitest';
import { groupId } from '../../../lib/credential/ids';
import { createAccess } from '../../../lib/rpc/access';

const PAGE = { environment: 'eu', groupId: groupId('7') } as const;
const ANSWERS: Readonly<Record<string, string>> = {
  '/v1/issuer/details': '{"issuer":{"id":1,"name":"A"}}',
  '/v1/issuer/groups/7': '{"group":{"id":7,"name":"G"}}',
  '/v1/attribute_keys/search': '{"attribute_keys":[]}',
};

test('a key that is forgotten is used no more, not even by a run that has begun with it', async () => {
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
    keys: {
      get: () => Promise.resolve(key),
      put: (_environment, given) => Promise.resolve(void (key = given)),
      forget: () => Promise.resolve(void (key = null)),
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
  expect(asked).toEqual([]);

  // Given again it opens a client of its own; the one of before stays shut.
  const again = await access.giveKey(PAGE, 'secret', true, signal);
  expect(again.ok).toBe(true);
  expect(await client.send(request)).toEqual(refused);
});
