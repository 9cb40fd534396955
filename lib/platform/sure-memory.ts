/** A storage of something that could be found out again, such as the size of a page. */
export interface Memory<T> {
  load(): Promise<unknown>;
  save(value: T): Promise<void>;
}

/** A memory whose promises never reject: no request waits for it or fails by it. */
export interface SureMemory<T> extends Memory<T> {
  readonly isSure: true;
}

/**
 * Takes a memory that may fail (a full disk, a damaged profile) and gives one that does not: what
 * cannot be read is null, and what cannot be saved is found out again after the next start.
 * `onFault` is given an error of our own that says which memory (`name`) failed, and no value. Of
 * failures in a row it gets the first, because some memories are saved twice a second.
 */
export function sureMemory<T>(
  memory: Memory<T>,
  name: string,
  onFault: (error: unknown) => void,
): SureMemory<T> {
  const failing = new Set<string>();
  const attempt = async <R>(what: 'read' | 'saved', work: () => Promise<R>): Promise<R | null> => {
    try {
      const done = await work();
      failing.delete(what);
      return done;
    } catch (cause) {
      if (!failing.has(what)) onFault(new Error(`${name} cannot be ${what}`, { cause }));
      failing.add(what);
      return null;
    }
  };
  return {
    isSure: true,
    load: () => attempt('read', () => memory.load()),
    async save(value) {
      await attempt('saved', () => memory.save(value));
    },
  };
}
