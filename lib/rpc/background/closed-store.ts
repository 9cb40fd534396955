import type { Secrets } from '../../secrets/secrets';

/** A storage area of the browser, as far as it is used here. */
export interface StorageArea {
  /** Null: everything. */
  get(name: string | null): Promise<Record<string, unknown>>;
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
  /** Lists what can be opened of the items that lie at places which begin so. */
  list(begin: string): Promise<readonly PlacedItem[]>;
  /** The same as `put` and `forget`, by the place. */
  putAt(place: string, value: unknown): Promise<void>;
  forgetAt(place: string): Promise<void>;
}

/** An item with its place on the disk, which is not its name where that says too much. */
export interface PlacedItem {
  readonly place: string;
  readonly value: unknown;
}

/** `nameOf`: the name under which an item lies on the disk, where its own says too much. */
export function createClosedStore(
  area: StorageArea,
  secrets: Secrets,
  nameOf: (name: string) => Promise<string> = (name) => Promise.resolve(name),
): ClosedStore {
  const placeOf = async (name: string) => `closed:${await nameOf(name)}`;
  const secretOf = (place: string) => `item.${place.replaceAll(':', '.')}`;
  const open = async (place: string, closed: unknown) => {
    if (typeof closed !== 'string') return undefined;
    const text = await (await secrets.get(secretOf(place)))?.open(closed, place);
    return typeof text === 'string' ? (JSON.parse(text) as unknown) : undefined;
  };
  const store: ClosedStore = {
    async get(name) {
      // A version before 0.3 stored it as it is.
      const older = (await area.get(name))[name];
      if (older !== undefined) {
        await store.put(name, older);
        return older;
      }
      const place = await placeOf(name);
      return open(place, (await area.get(place))[place]);
    },
    async put(name, value) {
      await store.putAt(await placeOf(name), value);
      await area.remove(name);
    },
    async forget(name) {
      await store.forgetAt(await placeOf(name));
      await area.remove(name);
    },
    async list(begin) {
      const items: PlacedItem[] = [];
      for (const [place, closed] of Object.entries(await area.get(null))) {
        const value = place.startsWith(begin) ? await open(place, closed) : undefined;
        if (value !== undefined) items.push({ place, value });
      }
      return items;
    },
    async putAt(place, value) {
      await secrets.remove(secretOf(place));
      const seal = await secrets.make(secretOf(place));
      await area.set({ [place]: await seal.close(JSON.stringify(value), place) });
    },
    async forgetAt(place) {
      await secrets.remove(secretOf(place));
      await area.remove(place);
    },
  };
  return store;
}
