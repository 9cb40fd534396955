import type { AccountStore } from '../../lib/rpc/background/account-store';
import type { AssignmentStore } from '../../lib/rpc/background/assignment-store';
import type { EnvironmentMemory } from '../../lib/rpc/background/last-environment';
import { SETTINGS_NAME, type SettingsStore } from '../../lib/rpc/background/settings-store';
import type { CheckStore } from '../../lib/run/public-check/stored-checks';
import { memoryAssignments } from './assignment-store';

/** The browser's storage for the background, in memory. */
export function memoryStorage(kept = new Map<string, unknown>()): {
  readonly assignments: AssignmentStore;
  readonly settings: SettingsStore;
  readonly accounts: AccountStore;
  readonly lastEnvironment: EnvironmentMemory;
  readonly clearStorage: () => Promise<void>;
  readonly managed: () => Promise<unknown>;
  readonly installation: () => Promise<string>;
} {
  return {
    assignments: memoryAssignments(kept),
    settings: {
      get: () => Promise.resolve(structuredClone(kept.get(SETTINGS_NAME))),
      put: (settings) => Promise.resolve(void kept.set(SETTINGS_NAME, structuredClone(settings))),
    },
    managed: () => Promise.resolve({}),
    installation: () => Promise.resolve('installation'),
    clearStorage() {
      for (const name of kept.keys()) if (name !== SETTINGS_NAME) kept.delete(name);
      return Promise.resolve();
    },
    lastEnvironment: {
      load: () => Promise.resolve(structuredClone(kept.get('environment'))),
      save: (used) => Promise.resolve(void kept.set('environment', structuredClone(used))),
    },
    accounts: {
      get: (name) => Promise.resolve(structuredClone(kept.get(name))),
      put: (name, facts) => Promise.resolve(void kept.set(name, structuredClone(facts))),
    },
  };
}

/** The storage of public checks, in memory. */
export function memoryChecks(kept: Map<string, unknown>): CheckStore {
  return {
    get: () => Promise.resolve(structuredClone(kept.get('public-checks'))),
    put: (all) => Promise.resolve(void kept.set('public-checks', structuredClone(all))),
  };
}
