import { createFileSecrets } from '../../lib/secrets/file-secrets';
import type { Seal } from '../../lib/secrets/seal';
import type { Secrets } from '../../lib/secrets/secrets';
import { fakeDirectory } from './directory';

/** Secrets in a file system of their own, in memory. */
export function memorySecrets(directory = fakeDirectory()): Secrets {
  return createFileSecrets(() => Promise.resolve(directory));
}

/**
 * A secret of every name, which closes nothing. For runs of a journal in memory, which makes none,
 * and for tests that kill a background between two calls: the browser's cipher answers from another
 * thread, at a moment that such a test cannot know.
 */
export function openSecrets(): Secrets {
  return {
    make: () => Promise.resolve(OPEN),
    get: () => Promise.resolve(OPEN),
    names: () => Promise.resolve([]),
    remove: () => Promise.resolve(),
    clear: () => Promise.resolve(),
  };
}

const OPEN: Seal = {
  close: (text, about) => Promise.resolve(btoa(encodeURIComponent(JSON.stringify([about, text])))),
  open(closed, about) {
    try {
      const [of, text] = JSON.parse(decodeURIComponent(atob(closed))) as [string, string];
      return Promise.resolve(of === about ? text : null);
    } catch {
      // No text that was closed here.
      return Promise.resolve(null);
    }
  },
  print: (text) => Promise.resolve(`print of ${text}`),
};
