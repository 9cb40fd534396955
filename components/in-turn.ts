/**
 * Makes work that is done one at a time, in the order in which it was asked for: what was asked for
 * last ends last. Work that fails stops nothing behind it.
 */
export function inTurn<T>(work: () => Promise<T>): () => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const now = last.then(work, work);
    last = now;
    return now;
  };
}
