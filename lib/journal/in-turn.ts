/**
 * Carries out one piece of work after the other. A failed one does not keep the next from its turn.
 */
export function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    // The caller gets the failure; the next one only waits for the end.
    last = done.catch(() => null);
    return done;
  };
}
