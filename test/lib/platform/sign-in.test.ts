import { describe, expect, test } from 'vitest';
import { groupId } from '../../../lib/credential/ids';
import type { Authorization, Client } from '../../../lib/platform/client';
import type { PlatformProblem } from '../../../lib/platform/platform-problem';
import { signIn } from '../../../lib/platform/sign-in';
import { failed, ok } from '../../../lib/result';
import { createPageSize } from '../../../lib/platform/page-size';

/**
 * The access of a sign-in: its account, or the problem; and whether the group is of that account.
 */
type Access = { readonly account: string; readonly group?: PlatformProblem } | PlatformProblem;

const signedOut: PlatformProblem = { code: 'signed-out', triedKey: false };
const badKey: PlatformProblem = { code: 'signed-out', triedKey: true };
const forbidden: PlatformProblem = { code: 'forbidden', words: 'no' };
const unreachable: PlatformProblem = { code: 'unreachable' };

function clientFor(access: Readonly<Record<Authorization['kind'], Access>>) {
  return ({ kind }: Authorization): Client => ({
    environment: 'eu',
    signedInBy: kind,
    pageSize: createPageSize(() => 0),
    send({ path }) {
      const who = access[kind];
      if ('code' in who) return Promise.resolve(failed(who));
      if (path.endsWith('/details'))
        return Promise.resolve(ok(`{"issuer":{"id":${who.account},"name":"A"}}`));
      if (path.includes('/groups/')) {
        return Promise.resolve(
          who.group === undefined ? ok('{"group":{"id":7,"name":"G"}}') : failed(who.group),
        );
      }
      return Promise.resolve(ok('{"attribute_keys":[]}'));
    },
    sendUnless: () => Promise.reject(new Error('signing in writes nothing')),
  });
}

describe('the session first, then the key (docs/product.md 2.1)', () => {
  test.each<[string, Access, Access | null, string | null, string]>([
    ['the session', { account: '1' }, { account: '1' }, null, 'session 1'],
    ['no session, no key', signedOut, null, null, 'signed-out'],
    ['no session, the key', signedOut, { account: '1' }, null, 'key 1'],
    ['no session, a bad key', signedOut, badKey, null, 'signed-out by key'],
    ['a session that may not even see its account is none', forbidden, null, null, 'signed-out'],
    [
      'a session of an account without the group, the key',
      { account: '2', group: forbidden },
      { account: '1' },
      null,
      'key 1',
    ],
    [
      'a session of an account without the group, a bad key',
      { account: '2', group: forbidden },
      badKey,
      null,
      'forbidden',
    ],
    ['nobody answers: the key is not tried', unreachable, { account: '1' }, null, 'unreachable'],
    ['a session of another account than the run, the key', { account: '2' }, { account: '1' }, '1', 'key 1'],
    ['a session of another account than the run, no key', { account: '2' }, null, '1', 'session 2'],
    ['both of another account', { account: '2' }, { account: '3' }, '1', 'session 2'],
  ])('%s', async (_name, session, key, account, expected) => {
    const page = { environment: 'eu', groupId: groupId(7) } as const;
    const result = await signIn(page, {
      clientFor: clientFor({ session, key: key ?? unreachable }),
      key: key === null ? null : 'k',
      account,
    });
    const said = result.ok
      ? `${result.value.client.signedInBy} ${result.value.connection.account.id}`
      : result.problem.code +
        (result.problem.code === 'signed-out' && result.problem.triedKey ? ' by key' : '');
    expect(said).toBe(expected);
  });
});
