import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SheetWorkerEnded, withEndListener, ignoreWorkerEnd } from '../../lib/rpc/client/sheet-client';
import type { PlanId, ReviewId } from '../../lib/rpc/contract/held';
import type { SheetContract } from '../../lib/rpc/contract/sheet-contract';
import { failed, ok } from '../../lib/result';
import { openSheet } from '../../workers/open-sheet';
import { calm, deferred } from '../fakes/deferred';
import { ChannelWorker } from '../fakes/channel-worker';

const [REVIEW, PLAN] = [1 as ReviewId, 2 as PlanId];

type Opened = Awaited<ReturnType<SheetContract['open']>>;

function spawning(sheet: Partial<SheetContract>) {
  const workers: ChannelWorker[] = [];
  const client = openSheet(() => {
    const worker = new ChannelWorker(sheet);
    workers.push(worker);
    return worker as unknown as Worker;
  });
  return { client, workers };
}

describe('a call', () => {
  test('reaches the worker with its arguments and brings the answer back', async () => {
    const asked: unknown[] = [];
    const { client, workers } = spawning({
      chooseTable(...choice) {
        asked.push(choice);
        return failed({ code: 'sheet-empty', sheet: 'Sheet2' });
      },
    });
    expect(workers).toHaveLength(0);
    expect(await client.call('chooseTable', 1, null)).toEqual(
      failed({ code: 'sheet-empty', sheet: 'Sheet2' }),
    );
    await client.call('chooseTable', 0, 3);
    expect(asked).toEqual([
      [1, null],
      [0, 3],
    ]);
    expect(workers).toHaveLength(1);
  });

  test('hands a file over instead of copying it', async () => {
    const { client } = spawning({
      open: (bytes) =>
        Promise.resolve(
          failed({ code: 'file-damaged', detail: new TextDecoder().decode(bytes ?? new ArrayBuffer()) }),
        ),
    });
    const bytes = new TextEncoder().encode('a,b').slice().buffer;
    expect(await client.call('open', bytes, {})).toEqual(failed({ code: 'file-damaged', detail: 'a,b' }));
    expect(bytes.byteLength).toBe(0);
  });

  test('rejects with the bug of the worker, which lives on', async () => {
    const { client, workers } = spawning({
      toLocate: () => {
        throw new Error('asked for before it was there');
      },
      changes: () => ok([]),
    });
    await expect(client.call('toLocate', REVIEW)).rejects.toThrow('asked for before it was there');
    expect(await client.call('changes', PLAN, 0, 1)).toEqual(ok([]));
    expect(workers).toHaveLength(1);
  });
});

describe('the end of the worker', () => {
  const ends: readonly [string, (client: ReturnType<typeof spawning>) => void][] = [
    ['it fails', ({ workers }) => workers[0]?.die()],
    ['it sends what cannot be read', ({ workers }) => workers[0]?.dispatchEvent(new Event('messageerror'))],
    ['it is stopped', ({ client }) => client.stop()],
  ];

  test.each(ends)('%s: every open call rejects, the next one starts another', async (_name, end) => {
    const opening = deferred<Opened>();
    const sheet = spawning({ open: () => opening.promise, toLocate: () => ok(['9']) });
    const open = sheet.client.call('open', new ArrayBuffer(1), {});
    const behind = sheet.client.call('toLocate', REVIEW);
    void behind.catch(() => undefined);
    end(sheet);
    await expect(open).rejects.toBeInstanceOf(SheetWorkerEnded);
    expect(sheet.workers.map(({ terminated }) => terminated)).toEqual([1]);
    expect(await sheet.client.call('toLocate', REVIEW)).toEqual(ok(['9']));
    expect(sheet.workers).toHaveLength(2);
  });

  test('comes once, whatever is said of it afterwards', async () => {
    const { client, workers } = spawning({ toLocate: () => ok([]) });
    await client.call('toLocate', REVIEW);
    client.stop();
    client.stop();
    const faults: unknown[] = [];
    const [worker] = workers;
    worker?.addEventListener('error', () => faults.push('reported'));
    expect(() => worker?.die()).not.toThrow();
    expect(worker?.terminated).toBe(1);
    // The next life is not ended by the one before, nor is an end that was asked for reported.
    const second = client.call('toLocate', REVIEW);
    worker?.die();
    expect(await second).toEqual(ok([]));
  });

  test('while nobody waits for it is reported to the next who asks, once', async () => {
    const { client, workers } = spawning({ toLocate: () => ok(['9']) });
    await client.call('toLocate', REVIEW);
    workers[0]?.die();
    workers[0]?.die();
    await expect(client.call('toLocate', REVIEW)).rejects.toBeInstanceOf(SheetWorkerEnded);
    expect(await client.call('toLocate', REVIEW)).toEqual(ok(['9']));
    expect(workers).toHaveLength(2);
  });

  test('makes its late answers go unheard', async () => {
    const opening = deferred<Opened>();
    const { client } = spawning({ open: () => opening.promise });
    let heard: unknown = null;
    const open = client.call('open', new ArrayBuffer(1), {}).then(
      (answer) => (heard = answer),
      (reason: unknown) => (heard = reason),
    );
    client.stop();
    opening.resolve(
      ok({ sha256: null, format: 'csv', text: null, first: 0, sheets: [], download: { kind: 'none' } }),
    );
    await open;
    await calm();
    expect(heard).toBeInstanceOf(SheetWorkerEnded);
  });

  test('before anything was asked is nothing', () => {
    const { client, workers } = spawning({});
    client.stop();
    expect(workers).toHaveLength(0);
  });
});

describe('a call that takes too long', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  const opening = (bytes: number) => {
    const sheet = spawning({ open: () => deferred<Opened>().promise, toLocate: () => ok(['9']) });
    const open = sheet.client.call('open', new ArrayBuffer(bytes), {});
    open.catch(() => undefined);
    return { ...sheet, open };
  };

  test.each([
    ['a small file', 1, 60],
    ['20 MB', 20_000_000, 60],
    ['a larger one: three seconds for each megabyte', 30_500_000, 92],
  ])('%s: it is given up, and the next call has a worker of its own', async (_, bytes, seconds) => {
    const { client, workers, open } = opening(bytes);
    await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
    expect(workers[0]?.terminated).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    await expect(open).rejects.toMatchObject({ name: 'SheetWorkerEnded', gaveUpAfter: seconds });
    expect(workers[0]?.terminated).toBe(1);
    expect(await client.call('toLocate', REVIEW)).toEqual(ok(['9']));
    expect(workers).toHaveLength(2);
  });

  test('its sheet is chosen in the time that the file has', async () => {
    const { client, workers, open } = opening(200_000_000);
    void client.call('chooseTable', 0, null).catch(() => undefined);
    await vi.advanceTimersByTimeAsync(599_000);
    expect(workers[0]?.terminated).toBe(0);
    await vi.advanceTimersByTimeAsync(1000);
    await expect(open).rejects.toMatchObject({ gaveUpAfter: 600 });
  });

  test('a call that was answered ends nothing later', async () => {
    const { client, workers } = spawning({ toLocate: () => ok(['9']) });
    await client.call('toLocate', REVIEW);
    await vi.advanceTimersByTimeAsync(1_000_000);
    expect(workers[0]?.terminated).toBe(0);
  });

  test('a review has five minutes', async () => {
    const { client, workers } = spawning({ toLocate: () => deferred<never>().promise as never });
    const asked = client.call('toLocate', REVIEW);
    asked.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(299_999);
    expect(workers[0]?.terminated).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    await expect(asked).rejects.toMatchObject({ gaveUpAfter: 300 });
  });
});

describe('work that nobody misses', () => {
  test('ends with the worker, but not with a bug', async () => {
    await expect(ignoreWorkerEnd(Promise.reject(new SheetWorkerEnded('stopped')))).resolves.toBeUndefined();
    await expect(ignoreWorkerEnd(Promise.reject(new Error('bug')))).rejects.toThrow('bug');
  });

  test('the end is reported before the call rejects; a bug is not an end', async () => {
    const { client, workers } = spawning({
      open: () => deferred<Opened>().promise,
      toLocate: () => {
        throw new Error('bug');
      },
    });
    const reported: string[] = [];
    const telling = withEndListener(client, () => reported.push('ended'));
    await telling.call('toLocate', REVIEW).catch(() => reported.push('bug'));
    const open = telling.call('open', new ArrayBuffer(1), {}).catch(() => reported.push('rejected'));
    workers[0]?.die();
    await open;
    expect(reported).toEqual(['bug', 'ended', 'rejected']);
  });
});
