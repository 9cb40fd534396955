/** Carries out one operation of the file system, when it pleases. */
export type Operate = <T>(work: () => T) => Promise<T>;

/** The files of a directory, which outlive those who open it. */
export interface FakeFiles {
  readonly files: Map<string, string>;
  readonly directories: Map<string, FakeFiles>;
}

export function fakeFiles(): FakeFiles {
  return { files: new Map(), directories: new Map() };
}

/**
 * The extension's own file system in memory: the part that is used, which replaces a file when it
 * is closed.
 */
export function fakeDirectory(kept = fakeFiles(), operate: Operate = later): FileSystemDirectoryHandle {
  return new FakeDirectory(kept, operate) as unknown as FileSystemDirectoryHandle;
}

class FakeDirectory {
  readonly #files: FakeFiles['files'];
  readonly #directories: FakeFiles['directories'];
  readonly #operate: Operate;

  constructor({ files, directories }: FakeFiles, operate: Operate) {
    this.#files = files;
    this.#directories = directories;
    this.#operate = operate;
  }

  getDirectoryHandle(name: string, { create = false } = {}): Promise<FakeDirectory> {
    return this.#operate(() => {
      const found = this.#directories.get(name) ?? (create ? fakeFiles() : notFound());
      this.#directories.set(name, found);
      return new FakeDirectory(found, this.#operate);
    });
  }

  getFileHandle(name: string, { create = false } = {}) {
    return this.#operate(() => {
      if (!this.#files.has(name)) this.#files.set(name, create ? '' : notFound());
      return {
        getFile: () =>
          this.#operate(() => ({
            size: (this.#files.get(name) ?? '').length, // gone meanwhile: nothing to read
            text: () => this.#operate(() => this.#files.get(name) ?? notFound()),
          })),
        createWritable: () => this.#operate(() => this.#writable(name)),
      };
    });
  }

  #writable(name: string) {
    let written = '';
    return {
      write: (part: string) => this.#operate(() => void (written += part)),
      close: () => this.#operate(() => void this.#files.set(name, written)),
      abort: () => this.#operate(() => {}),
    };
  }

  removeEntry(name: string): Promise<void> {
    return this.#operate(() => {
      if (!this.#files.delete(name) && !this.#directories.delete(name)) notFound();
    });
  }

  async *keys(): AsyncGenerator<string> {
    const names = await this.#operate(() => [...this.#files.keys(), ...this.#directories.keys()]);
    yield* names;
  }
}

function later<T>(work: () => T): Promise<T> {
  return Promise.resolve().then(work);
}

function notFound(): never {
  throw new DOMException('there is none', 'NotFoundError');
}
