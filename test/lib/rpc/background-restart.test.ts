import { describe, expect, test } from 'vitest';
import type { RunId } from '../../../lib/journal/entry';
import { ok } from '../../../lib/result';
import { PAGE } from '../../fakes/background-world';
import { calm } from '../../fakes/deferred';
import { servedBackground } from '../../fakes/served-background';

const load = { kind: 'load-credentials', page: PAGE } as const;
const watch = { kind: 'watch-run', run: 'run-1' as RunId } as const;

describe('the background is stopped', () => {
  /** Handlers that never answer, and the signals that they got. */
  function silent() {
    const signals: AbortSignal[] = [];
    const never = (_: unknown, { signal }: { readonly signal: AbortSignal }) => {
      signals.push(signal);
      return new Promise<never>(() => {});
    };
    return { signals, ...servedBackground({ 'watch-run': never, 'load-credentials': never }) };
  }

  test('its handlers are aborted when the panel is closed', async () => {
    const { client, panelEnds, signals } = silent();
    void client.call(watch);
    void client.call(load);
    await calm();
    panelEnds[0]?.disconnect();
    await calm();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });

  test('every open command is sent again on a new port, with its own id', async () => {
    const { client, serverEnds } = silent();
    void client.call(watch);
    void client.call(load);
    await calm();
    serverEnds[0]?.disconnect();
    await calm();
    expect(serverEnds).toHaveLength(2);
    expect(serverEnds[1]?.received).toEqual(serverEnds[0]?.received);
  });

  test('at most five times in a row; then it rejects', async () => {
    const { client, serverEnds } = silent();
    const call = client.call(watch);
    const end = call.catch((error: unknown) => String(error));
    for (let life = 0; life < 6; life += 1) {
      await calm();
      serverEnds[life]?.disconnect();
    }
    expect(await end).toBe('Error: the background does not answer');
    expect(serverEnds).toHaveLength(6);
  });

  test('a run that is watched for hours outlives any number of backgrounds that sent a part', async () => {
    let lives = 0;
    const { client, serverEnds } = servedBackground({
      'watch-run': (_, { part }) => {
        lives += 1;
        part({ perMinute: lives } as never);
        return lives === 12 ? Promise.resolve(ok({ perMinute: 0 } as never)) : new Promise<never>(() => {});
      },
    });
    const call = client.call(watch);
    for (let life = 0; life < 11; life += 1) {
      await calm();
      serverEnds[life]?.disconnect();
    }
    expect(await call).toEqual(ok({ perMinute: 0 }));
  });
});
