import type { Journal } from '../../lib/journal/journal';

/** The journal as a background that may be dead sees it: what it asks for after its death is never carried out. */
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

/** What the dead answer. */
export function never<T>(): Promise<T> {
  return new Promise<T>(() => {});
}
