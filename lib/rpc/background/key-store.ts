import type { Environment } from '../../platform/environment';

/**
 * The storage of API keys: for the browser session, or on disk when the admin asked for it
 * (docs/product.md 2.1).
 */
export interface KeyStore {
  get(environment: Environment): Promise<string | null>;
  put(environment: Environment, key: string, remember: boolean): Promise<void>;
  /** Removes the key from both places. */
  forget(environment: Environment): Promise<void>;
}
