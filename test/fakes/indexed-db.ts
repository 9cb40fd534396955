import * as fake from 'fake-indexeddb';
import { afterAll, beforeAll, vi } from 'vitest';

/**
 * Gives the tests of a file an IndexedDB of their own, which is empty, as the globals that the
 * journal uses; the next file in the same process finds none. Instead of `fake-indexeddb/auto`,
 * whose one database stays for all of them.
 */
export function useIndexedDB(): void {
  beforeAll(() => {
    for (const [name, value] of Object.entries(fake)) {
      if (name.startsWith('IDB')) vi.stubGlobal(name, value);
    }
    vi.stubGlobal('indexedDB', new fake.IDBFactory());
  });
  afterAll(() => {
    vi.unstubAllGlobals();
  });
}
