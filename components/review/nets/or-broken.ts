/**
 * Waits for work. Where it breaks, `onBroken` shows that, and the fault goes on to the panel, which
 * says that there is a bug: a button that is at work is not at work for ever.
 */
export async function orBroken<T>(work: Promise<T>, onBroken: () => void): Promise<T> {
  try {
    return await work;
  } catch (fault) {
    onBroken();
    throw fault;
  }
}
