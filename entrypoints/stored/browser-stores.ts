import { browser } from 'wxt/browser';
import type { Environment } from '../../lib/platform/environment';
import type { AssignmentStore } from '../../lib/rpc/background/assignment-store';
import { createClosedStore } from '../../lib/rpc/background/closed-store';
import type { KeyStore } from '../../lib/rpc/background/key-store';
import type { Secrets } from '../../lib/secrets/secrets';

/** Salt of the names under which assignments are kept, in this installation only. */
const SALT_SECRET = 'names';
/** Beginning of the places at which assignments lie; their print follows. */
const PLACE = 'closed:assignment:';

/**
 * Keeps API keys in memory for the browser session, and on disk only when the admin asks for it.
 * Content scripts and pages can read neither: `storage.session` is for trusted contexts only, and
 * `storage.local` is made so here.
 */
export function createKeyStore(secrets: Secrets): KeyStore {
  const name = (environment: Environment) => `key:${environment}`;
  const { session, local } = browser.storage;
  const remembered = createClosedStore(local, secrets);
  // Firefox has no such switch. There, only pages of the extension see its storage.
  if ('setAccessLevel' in browser.storage.local) {
    void browser.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
  }
  return {
    async get(environment) {
      const inSession: unknown = (await session.get(name(environment)))[name(environment)];
      const found = inSession ?? (await remembered.get(name(environment)));
      return typeof found === 'string' ? found : null;
    },
    async where(environment) {
      if (typeof (await remembered.get(name(environment))) === 'string') return 'disk';
      return (await session.get(name(environment)))[name(environment)] === undefined ? 'nowhere' : 'session';
    },
    async put(environment, key, remember) {
      await session.set({ [name(environment)]: key });
      if (remember) await remembered.put(name(environment), key);
      else await remembered.forget(name(environment));
    },
    async forget(environment) {
      await session.remove(name(environment));
      await remembered.forget(name(environment));
    },
  };
}

/** Keeps saved mappings on disk, without any text of a sheet (docs/product.md 2.3). */
export function createAssignmentStore(secrets: Secrets): AssignmentStore {
  // A plain fingerprint would show to anybody who has the headers that such a sheet was here.
  const salted = async (name: string) => `assignment:${await (await secrets.make(SALT_SECRET)).print(name)}`;
  const closed = createClosedStore(browser.storage.local, secrets, salted);
  return {
    get: (name) => closed.get(name),
    put: (name, assignment) => closed.put(name, assignment),
    forget: (name) => closed.forget(name),
    async list() {
      const items = await closed.list(PLACE);
      return items.map(({ place, value }) => ({ id: place.slice(PLACE.length), value }));
    },
    putAs: (id, assignment) => closed.putAt(PLACE + id, assignment),
    forgetAs: (id) => closed.forgetAt(PLACE + id),
  };
}
