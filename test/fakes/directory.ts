/**
 * The extension's own file system in memory: the part that is used, which replaces a file when it
 * is closed.
 */
export function fakeDirectory(): FileSystemDirectoryHandle {
  return new FakeDirectory() as unknown as FileSystemDirectoryHandle;
}

class FakeDirectory {
  readonly #files = new Map<string, string>();
  readonly #directories = new Map<string, FakeDirectory>();

  getDirectoryHandle(name: string, { create = false } = {}): Promise<FakeDirectory> {
    return later(() => {
      const found = this.#directories.get(name) ?? (create ? new FakeDirectory() : notFound());
      this.#directories.set(name, found);
      return found;
    });
  }

  getFileHandle(name: string, { create = false } = {}) {
    return later(() => {
      if (!this.#files.has(name)) this.#files.set(name, create ? '' : notFound());
      return {
        getFile: () => later(() => ({ text: () => later(() => this.#files.get(name) ?? notFound()) })),
        createWritable: () => later(() => this.#writable(name)),
      };
    });
  }

  #writable(name: string) {
    let written = '';
    return {
      write: (part: string) => later(() => void (written += part)),
      close: () => later(() => void this.#files.set(name, written)),
      abort: () => later(() => {}),
    };
  }

  removeEntry(name: string): Promise<void> {
    return later(() => {
      if (!this.#files.delete(name) && !this.#directories.delete(name)) notFound();
    });
  }

  async *keys(): AsyncGenerator<string> {
    await Promise.resolve();
    yield* [...this.#files.keys(), ...this.#directories.keys()];
  }
}

function later<T>(work: () => T): Promise<T> {
  return Promise.resolve().then(work);
}

function notFound(): never {
  throw new DOMException('there is none', 'NotFoundError');
}
