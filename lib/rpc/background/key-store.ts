import { ENVIRONMENTS } from '../../platform/hosts';
import type { Environment } from '../../platform/environment';
import type { KeyPlace } from '../contract/remembered';

/**
 * The storage of API keys: for the browser session, or on disk when the admin asked for it
 * (docs/product.md 2.1).
 */
export interface KeyStore {
  get(environment: Environment): Promise<string | null>;
  /** Says where the key is, without handing it out. */
  where(environment: Environment): Promise<KeyPlace>;
  put(environment: Environment, key: string, remember: boolean): Promise<void>;
  /** Removes the key from both places. */
  forget(environment: Environment): Promise<void>;
}

/** Keeps each key until the browser is closed, and no longer. */
export async function takeOffDisk(keys: KeyStore): Promise<void> {
  for (const environment of ENVIRONMENTS) {
    const key = await keys.get(environment);
    if (key !== null) await keys.put(environment, key, false);
  }
}
