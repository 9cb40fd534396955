import { describe, expect, test } from 'vitest';
import { sleep, waited, type Sleep } from '../../../lib/platform/sleep';

const signal = new AbortController().signal;
const aborted = AbortSignal.abort(new Error('stopped'));

describe('a wait that may be aborted', () => {
  const through: Sleep = () => Promise.resolve();
  const broken: Sleep = () => Promise.reject(new Error('the clock is broken'));

  test.each<[name: string, sleep: Sleep, signal: AbortSignal, expected: boolean]>([
    ['to its end', through, signal, true],
    ['stopped before it', sleep, aborted, false],
    ['stopped by the time it ended', through, aborted, false],
  ])('%s', async (_name, own, stop, expected) => {
    expect(await waited(own, 60_000, stop)).toBe(expected);
  });

  test('aborted in the middle', async () => {
    const stop = new AbortController();
    const waiting = waited(sleep, 60_000, stop.signal);
    stop.abort();
    expect(await waiting).toBe(false);
  });

  test('a fault of the clock is thrown', async () => {
    await expect(waited(broken, 1, signal)).rejects.toThrow('the clock is broken');
  });
});
