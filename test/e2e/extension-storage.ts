import type { Worker } from '@playwright/test';

/** All that the extension has stored, as JSON, each area by itself. */
export interface Stored {
  readonly local: string;
  readonly session: string;
  /** Every record of every IndexedDB of the extension, with its keys and its stores' names. */
  readonly databases: string;
}

/** The part of the extension's API that is asked inside its background. */
interface ExtensionGlobals {
  readonly chrome: {
    readonly storage: Record<'local' | 'session', { get(keys: null): Promise<unknown> }>;
  };
}

/** Reads it inside the background, which alone may. */
export async function everythingStored(background: Worker): Promise<Stored> {
  return background.evaluate(async () => {
    const { storage } = (globalThis as unknown as ExtensionGlobals).chrome;
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('the database cannot be read'));
      });
    const databases: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const records = database.transaction(store).objectStore(store);
        databases.push({
          name,
          store,
          keys: await done(records.getAllKeys()),
          values: await done(records.getAll()),
        });
      }
      database.close();
    }
    return {
      local: JSON.stringify(await storage.local.get(null)),
      session: JSON.stringify(await storage.session.get(null)),
      databases: JSON.stringify(databases),
    };
  });
}
