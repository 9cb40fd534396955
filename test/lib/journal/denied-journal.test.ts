import { afterEach, expect, test, vi } from 'vitest';
import { openIdbJournal } from '../../../lib/journal/idb-journal';
import { memorySecrets } from '../../fakes/secrets';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a browser that denies IndexedDB is a problem, not an error', async () => {
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('no', 'SecurityError');
    },
  });
  expect(await openIdbJournal({ secrets: memorySecrets(), now: Date.now }, 'denied')).toEqual({
    ok: false,
    problem: { code: 'journal-unavailable', detail: 'SecurityError' },
  });
});
