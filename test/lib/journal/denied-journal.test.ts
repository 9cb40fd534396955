import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openIdbJournal } from '../../../lib/journal/idb-journal';

test('a browser that denies IndexedDB: told, not thrown', async () => {
  const real = indexedDB;
  const denied = {
    open: () => {
      throw new DOMException('no', 'SecurityError');
    },
  };
  Object.defineProperty(globalThis, 'indexedDB', { value: denied, configurable: true, writable: true });
  try {
    expect(await openIdbJournal('denied')).toEqual({
      ok: false,
      problem: { code: 'journal-unavailable', detail: 'SecurityError' },
    });
  } finally {
    Object.defineProperty(globalThis, 'indexedDB', { value: real, configurable: true, writable: true });
  }
});
