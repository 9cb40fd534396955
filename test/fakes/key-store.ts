import type { Environment } from '../../lib/platform/environment';
import type { KeyStore } from '../../lib/rpc/background/key-store';

/** API keys in memory, with whether each was to be remembered. */
export function keyStore(keys: Map<Environment, string>, remembered: Map<Environment, boolean>): KeyStore {
  return {
    get: (environment) => Promise.resolve(keys.get(environment) ?? null),
    where(environment) {
      if (!keys.has(environment)) return Promise.resolve('nowhere');
      return Promise.resolve(remembered.get(environment) === true ? 'disk' : 'session');
    },
    put(environment, key, remember) {
      keys.set(environment, key);
      remembered.set(environment, remember);
      return Promise.resolve();
    },
    forget: (environment) => Promise.resolve(void keys.delete(environment)),
  };
}
