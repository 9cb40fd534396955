import { fromBase64, sealOf, SECRET_BYTES, toBase64, type Seal } from './seal';
import type { Secrets } from './secrets';

const DIRECTORY = 'secrets';
const ENDING = '.secret';

/**
 * Keeps secrets as files of the extension's own file system (`navigator.storage.getDirectory()`),
 * one each. A name has letters, digits, "-", "_" and "." only.
 *
 * The database is no place for them: what is deleted there stays readable in its files. Nor is
 * `storage.local`, which is such a database too.
 */
export function createFileSecrets(root: () => Promise<FileSystemDirectoryHandle>): Secrets {
  /** Those that were read, so that a run does not read its file for each entry. */
  const known = new Map<string, Seal>();
  /**
   * The last work that makes or removes each secret. Two that make one at the same moment would
   * write one file over the other, and what was closed with the lost one could not be opened again.
   */
  const turns = new Map<string, Promise<unknown>>();
  const directory = async () => (await root()).getDirectoryHandle(DIRECTORY, { create: true });

  async function read(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
    try {
      const file = await (await (await directory()).getFileHandle(name + ENDING)).getFile();
      const secret = fromBase64(await file.text());
      return secret?.length === SECRET_BYTES ? secret : null;
    } catch (error) {
      if (isNotFound(error)) return null;
      throw error;
    }
  }

  async function write(name: string, secret: Uint8Array): Promise<void> {
    const file = await (await directory()).getFileHandle(name + ENDING, { create: true });
    const writable = await file.createWritable();
    await writable.write(toBase64(secret));
    await writable.close();
  }

  async function held(name: string, secret: Uint8Array<ArrayBuffer>): Promise<Seal> {
    const seal = await sealOf(secret);
    known.set(name, seal);
    return seal;
  }

  function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = turns.get(name) ?? Promise.resolve(); // none is under way
    const done = before.then(work, work);
    turns.set(name, done);
    const end = () => {
      if (turns.get(name) === done) turns.delete(name);
    };
    done.then(end, end);
    return done;
  }

  async function make(name: string): Promise<Seal> {
    const found = await secrets.get(name);
    if (found !== null) return found;
    const made = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
    await write(name, made);
    // A disk that takes a file and does not keep it must be found out before anything is closed.
    const written = await read(name);
    if (written === null || toBase64(written) !== toBase64(made))
      throw new DOMException('the secret was not kept', 'DataError');
    return held(name, written);
  }

  const secrets: Secrets = {
    make: (name) => inTurn(name, () => make(name)),
    async get(name) {
      const found = known.get(name);
      if (found !== undefined) return found;
      const secret = await read(name);
      return secret === null ? null : held(name, secret);
    },
    async names() {
      const found: string[] = [];
      for await (const name of (await directory()).keys())
        if (name.endsWith(ENDING)) found.push(name.slice(0, -ENDING.length));
      return found;
    },
    remove: (name) =>
      inTurn(name, async () => {
        known.delete(name);
        await gone(async () => (await directory()).removeEntry(name + ENDING));
      }),
    async clear() {
      known.clear();
      await gone(async () => (await root()).removeEntry(DIRECTORY, { recursive: true }));
    },
  };
  return secrets;
}

/** Removes something that may not be there. */
async function gone(remove: () => Promise<void>): Promise<void> {
  try {
    await remove();
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotFoundError';
}
