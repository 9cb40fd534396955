import type { Secrets } from '../../secrets/secrets';

/** A storage area of the browser, as far as it is used here. */
export interface StorageArea {
  get(name: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(name: string): Promise<void>;
}

/**
 * Items on disk that can be forgotten: each is closed with a secret of its own, because the area is
 * a database that keeps deleted bytes (docs/privacy.md, How deletion works).
 */
export interface ClosedStore {
  /** Gives what was put; undefined when there is nothing, or its secret is lost. */
  get(name: string): Promise<unknown>;
  /** Puts a value that JSON can hold. What was there before is forgotten. */
  put(name: string, value: unknown): Promise<void>;
  forget(name: string): Promise<void>;
}

/** `nameOf`: the name under which an item lies on the disk, where its own says too much. */
export function createClosedStore(
  area: StorageArea,
  secrets: Secrets,
  nameOf: (name: string) => Promise<string> = (name) => Promise.resolve(name),
): ClosedStore {
  const placeOf = async (name: string) => {
    const place = `closed:${await nameOf(name)}`;
    return { place, secret: `item.${place.replaceAll(':', '.')}` };
  };
  const store: ClosedStore = {
    async get(name) {
      // A version before 0.3 stored it as it is.
      const older = (await area.get(name))[name];
      if (older !== undefined) {
        await store.put(name, older);
        return older;
      }
      const { place, secret } = await placeOf(name);
      const closed = (await area.get(place))[place];
      if (typeof closed !== 'string') return undefined;
      const text = await (await secrets.get(secret))?.open(closed, place);
      return typeof text === 'string' ? (JSON.parse(text) as unknown) : undefined;
    },
    async put(name, value) {
      const { place, secret } = await placeOf(name);
      await secrets.remove(secret);
      const seal = await secrets.make(secret);
      await area.set({ [place]: await seal.close(JSON.stringify(value), place) });
      await area.remove(name);
    },
    async forget(name) {
      const { place, secret } = await placeOf(name);
      await secrets.remove(secret);
      await area.remove(place);
      await area.remove(name);
    },
  };
  return store;
}
