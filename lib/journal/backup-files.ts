/** The files of one directory of the extension's own file system, as text. */
export interface BackupFiles {
  /** Replaces a file when the last part is written. Until then the file before stays. */
  write(name: string, parts: AsyncIterable<string>): Promise<void>;
  /** Null when there is no such file. */
  textOf(name: string): Promise<string | null>;
  /** Whether a file was ever written: one that was created and not closed is empty. */
  isWritten(name: string): Promise<boolean>;
  remove(name: string): Promise<void>;
  names(): Promise<readonly string[]>;
  /** Removes the directory with all files. */
  clear(): Promise<void>;
}

/**
 * Files of `navigator.storage.getDirectory()`, which no page and no other extension sees. Chromium
 * replaces a file when it is closed. Until then it writes into a file beside it whose name ends in
 * `.crswap`, and a kill leaves that one (seen in 156, 2026-11).
 */
export function createBackupFiles(
  root: () => Promise<FileSystemDirectoryHandle>,
  folder: string,
): BackupFiles {
  const directory = async () => (await root()).getDirectoryHandle(folder, { create: true });

  const fileOf = (name: string) =>
    ifThere(async () => (await (await directory()).getFileHandle(name)).getFile());

  return {
    async write(name, parts) {
      const file = await (await directory()).getFileHandle(name, { create: true });
      const writable = await file.createWritable();
      try {
        for await (const part of parts) await writable.write(part);
      } catch (error) {
        await writable.abort();
        throw error;
      }
      await writable.close();
    },
    textOf: async (name) => (await fileOf(name))?.text() ?? null,
    isWritten: async (name) => ((await fileOf(name))?.size ?? 0) > 0, // 0: there is none
    async remove(name) {
      await ifThere(async () => (await directory()).removeEntry(name));
    },
    async names() {
      const found: string[] = [];
      for await (const name of (await directory()).keys()) found.push(name);
      return found;
    },
    async clear() {
      await ifThere(async () => (await root()).removeEntry(folder, { recursive: true }));
    },
  };
}

/** Null when it is not there. */
async function ifThere<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null;
    throw error;
  }
}
