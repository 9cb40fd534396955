import type { Journal } from '../../lib/journal/journal';

/**
 * The journal of a background that may be killed: its calls after the kill are never carried out.
 */
export function mortal(journal: Journal, isDead: () => boolean): Journal {
  return new Proxy(journal, {
    get(target, name: keyof Journal) {
      return async (...args: readonly unknown[]) => {
        if (isDead()) return never();
        const method: unknown = Reflect.get(target, name);
        const result: unknown = await Reflect.apply(method as () => Promise<unknown>, target, args);
        return isDead() ? never() : result;
      };
    },
  });
}

/** The answer to a killed background: none. */
export function never<T>(): Promise<T> {
  return new Promise<T>(() => {});
}
