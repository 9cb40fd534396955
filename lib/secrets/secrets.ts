import type { Seal } from './seal';

/**
 * Secrets by name. Removing one makes all that was closed with it unreadable, wherever copies of
 * that are: a database (LevelDB) keeps deleted bytes until it is compacted, a removed file is gone
 * from the profile.
 *
 * 1. Durable: when `make` resolves, the secret was read back from the disk. So nothing is ever
 *    written down that was closed with a secret which a kill of the browser could lose. (Not a
 *    crash of the computer.)
 * 2. When `remove` or `clear` resolves, the file is gone.
 * 3. Calls that make or remove the same secret are carried out one after the other.
 * 4. A secret that is not there, or is damaged, is null. One that cannot be read just now is not:
 *    then the call rejects.
 *
 * A call rejects with the browser's DOMException when that refuses to read or write.
 */
export interface Secrets {
  /** Gives the secret of this name; makes it when there is none, or only a damaged one. */
  make(name: string): Promise<Seal>;
  get(name: string): Promise<Seal | null>;
  /** The names of all secrets. */
  names(): Promise<readonly string[]>;
  remove(name: string): Promise<void>;
  clear(): Promise<void>;
}
