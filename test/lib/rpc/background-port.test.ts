import { describe, expect, test } from 'vitest';
import { createBackgroundClient } from '../../../lib/rpc/client/background-client';
import type { CommandHandlers } from '../../../lib/rpc/contract/background-contract';
import { serveBackground } from '../../../lib/rpc/background/background-server';
import { parseCommand } from '../../../lib/rpc/background/command-schema';
import type { RunId } from '../../../lib/journal/entry';
import { credentialId } from '../../../lib/credential/ids';
import { ok } from '../../../lib/result';
import { PAGE } from '../../fakes/background-world';
import { credentialOf } from '../../fakes/credential';
import { calm, deferred } from '../../fakes/deferred';
import { portPair } from '../../fakes/ports';
import { servedBackground } from '../../fakes/served-background';

const SECRET = 'the grade of Ada Lovelace';

const load = { kind: 'load-credentials', page: PAGE } as const;
const watch = { kind: 'watch-run', run: 'run-1' as RunId } as const;

describe('a command', () => {
  test('is answered', async () => {
    const { client, busy } = servedBackground({ 'find-run': () => Promise.resolve(ok(null)) });
    expect(await client.call({ kind: 'find-run', page: PAGE })).toEqual(ok(null));
    await calm();
    expect(busy()).toBe(0);
  });

  test('gives its parts in order, all before the answer', async () => {
    const { client } = servedBackground({
      'load-credentials': (_, { part }) => {
        for (const loaded of [1, 2, 3])
          part({ credentials: [credentialOf({ id: String(loaded) })], loaded, total: 3 });
        return Promise.resolve(ok({ kind: 'whole' as const, count: 3, requests: 1 }));
      },
    });
    const said: string[] = [];
    const answer = client.call(load, {
      onPart: ({ loaded, credentials }) => said.push(`${loaded}: ${credentials[0]?.id ?? ''}`),
    });
    expect(await answer.then(() => [...said, 'answer'])).toEqual(['1: 1', '2: 2', '3: 3', 'answer']);
  });

  test('is not mixed with another one under way', async () => {
    const first = deferred<never>();
    const { client } = servedBackground({
      'load-details': async ({ credentials }, { part }) => {
        part({ credentials: [], gone: [], loaded: Number(credentials[0]), total: 2 });
        if (credentials[0] === '1') await first.promise.catch(() => undefined);
        return ok({ count: Number(credentials[0]) });
      },
    });
    const parts: Record<string, number[]> = { one: [], two: [] };
    const call = (id: string, name: 'one' | 'two') =>
      client.call(
        { kind: 'load-details', page: PAGE, credentials: [credentialId(id)] },
        { onPart: ({ loaded }) => parts[name]?.push(loaded) },
      );
    const one = call('1', 'one');
    expect(await call('2', 'two')).toEqual(ok({ count: 2 }));
    first.reject(new Error('go on'));
    expect(await one).toEqual(ok({ count: 1 }));
    expect(parts).toEqual({ one: [1], two: [2] });
  });
});

describe('aborting a command', () => {
  test('aborts its handler and rejects with the reason', async () => {
    let seen: AbortSignal | null = null;
    const { client, faults, busy } = servedBackground({
      'watch-run': (_, { signal }) => {
        seen = signal;
        return new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        });
      },
    });
    const controller = new AbortController();
    const call = client.call(watch, { signal: controller.signal });
    await calm();
    const reason = new Error('closed');
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
    await calm();
    expect(seen).toMatchObject({ aborted: true });
    expect({ faults, busy: busy() }).toEqual({ faults: [], busy: 0 });
  });

  test('before it was sent sends nothing', async () => {
    const { client, panelEnds } = servedBackground({});
    const call = client.call(watch, { signal: AbortSignal.abort(new Error('too late')) });
    await expect(call).rejects.toThrow('too late');
    expect(panelEnds).toHaveLength(0);
  });

  test('means that later parts and answers are ignored', async () => {
    const end = deferred<never>();
    const { client } = servedBackground({
      'load-credentials': async (_, { part }) => {
        await end.promise.catch(() => undefined);
        part({ credentials: [], loaded: 1, total: 1 });
        return ok({ kind: 'whole' as const, count: 1, requests: 1 });
      },
    });
    const controller = new AbortController();
    let parts = 0;
    const call = client.call(load, {
      signal: controller.signal,
      onPart: () => (parts += 1),
    });
    await calm();
    controller.abort(new Error('given up'));
    await expect(call).rejects.toThrow('given up');
    end.reject(new Error('go on'));
    await calm();
    expect(parts).toBe(0);
  });
});

describe('what goes wrong', () => {
  test('a bug in a handler is a fault without its message', async () => {
    const bug = new Error(SECRET);
    const { client, panelEnds, faults } = servedBackground({ connect: () => Promise.reject(bug) });
    const call = client.call({ kind: 'connect', page: PAGE });
    await expect(call).rejects.toThrow('the background failed at connect');
    expect(panelEnds[0]?.received).toEqual([{ kind: 'fault', id: 1 }]);
    expect(faults).toEqual([bug]);
  });

  test.each<[string, unknown, readonly unknown[]]>([
    [
      'a command of another version',
      { kind: 'call', id: 1, command: { kind: 'explode' } },
      [{ kind: 'fault', id: 1 }],
    ],
    [
      'a name of a prototype',
      { kind: 'call', id: 1, command: { kind: 'constructor' } },
      [{ kind: 'fault', id: 1 }],
    ],
    [
      'a command with a field too wide',
      { kind: 'call', id: 2, command: { kind: 'find-run', page: 7 } },
      [{ kind: 'fault', id: 2 }],
    ],
    ['no command in it', { kind: 'call', id: 1 }, []],
    ['an id that is no number', { kind: 'call', id: '1', command: { kind: 'find-run', page: null } }, []],
    ['an abort of nothing', { kind: 'abort', id: 9 }, []],
    ['text', 'find-run', []],
    ['nothing', null, []],
  ])('an invalid message is not carried out: %s', async (_name, message, replies) => {
    const carriedOut: unknown[] = [];
    const handlers = new Proxy({} as CommandHandlers, {
      get: (_target, name) => () => carriedOut.push(name),
    });
    const [panel, server] = portPair();
    serveBackground(server, { handlers, parse: parseCommand, onFault: () => {}, onBusy: () => {} });
    panel.postMessage(message);
    await calm();
    expect(carriedOut).toEqual([]);
    expect(panel.received).toEqual(replies);
  });

  test('a port that cannot be opened rejects, and the next call tries again', async () => {
    let isGone = true;
    const { client } = servedBackground({ 'find-run': () => Promise.resolve(ok(null)) });
    const fragile = createBackgroundClient(() => {
      if (isGone) throw new Error('Extension context invalidated.');
      const [panel, server] = portPair();
      server.onMessage.addListener(() => server.postMessage({ kind: 'answer', id: 2, answer: ok(null) }));
      return panel;
    });
    await expect(fragile.call({ kind: 'find-run', page: null })).rejects.toThrow('cannot be reached');
    isGone = false;
    expect(await fragile.call({ kind: 'find-run', page: null })).toEqual(ok(null));
    expect(await client.call({ kind: 'find-run', page: null })).toEqual(ok(null));
  });
});
