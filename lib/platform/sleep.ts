/**
 * Waits. Rejects with the signal's reason when aborted. Handed in, so that tests have a clock of
 * their own.
 */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** Waits by the browser's timer. */
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

/**
 * Calls `work` after so many milliseconds, and gives the function that calls it off. Handed in for
 * the same reason as `Sleep`.
 */
export type Later = (milliseconds: number, work: () => void) => () => void;

/** Calls it by the browser's timer. */
export const later: Later = (milliseconds, work) => {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
};

/**
 * Waits, for callers to whom an abort is no error: answers false when aborted. Throws any other
 * error: a wait that ends without waiting would turn a loop around it into a storm of requests.
 */
export async function waited(sleep: Sleep, milliseconds: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(milliseconds, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return !signal.aborted;
}
