/** Waits; rejects with the signal's reason when aborted meanwhile. Handed in, so that tests have a clock of their own. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** The real one. */
export const sleep: Sleep = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    const giveUp = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    if (signal?.aborted === true) {
      reject(signal.reason as Error);
      return;
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', giveUp);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', giveUp, { once: true });
  });
