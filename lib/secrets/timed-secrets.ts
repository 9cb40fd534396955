import type { Secrets } from './secrets';

/** For one small file. */
const LONGEST_MS = 10_000;

/**
 * Wraps secrets so that nobody waits for ever on a file system that never answers: a call that
 * takes too long rejects with a `TimeoutError`.
 */
export function withSecretTimeouts(
  secrets: Secrets,
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>,
): Secrets {
  async function within<T>(work: Promise<T>): Promise<T> {
    const waiting = new AbortController();
    const late = async (): Promise<never> => {
      await sleep(LONGEST_MS, waiting.signal);
      throw new DOMException('the file system does not answer', 'TimeoutError');
    };
    try {
      return await Promise.race([work, late()]);
    } finally {
      waiting.abort();
    }
  }

  return {
    make: (name) => within(secrets.make(name)),
    get: (name) => within(secrets.get(name)),
    names: () => within(secrets.names()),
    remove: (name) => within(secrets.remove(name)),
    clear: () => within(secrets.clear()),
  };
}
