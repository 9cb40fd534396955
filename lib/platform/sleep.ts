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

/**
 * Waits, for those to whom being stopped is no error: false when aborted meanwhile. Any other fault of the clock is thrown,
 * because a wait that is passed over without waiting would turn a loop around it into a storm of requests.
 */
export async function waited(sleep: Sleep, milliseconds: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(milliseconds, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return !signal.aborted;
}
