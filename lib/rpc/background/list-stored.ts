import type { StoredItem } from '../contract/stored-item';

/** The parts of the browser in which the extension stores something, as far as they are read. */
export interface StoredPlaces {
  readonly local: () => Promise<Readonly<Record<string, unknown>>>;
  readonly session: () => Promise<Readonly<Record<string, unknown>>>;
  /** The extension's own files. */
  readonly files: () => Promise<FileSystemDirectoryHandle>;
  /** How many records each table of the journal has. */
  readonly tables: () => Promise<readonly (readonly [string, number])[]>;
}

/**
 * Lists by names and sizes what is stored on this computer, for the page "Prove it"
 * (docs/privacy.md, What is stored on this computer). No value is in it; names hold none. Rejects
 * when a place cannot be read.
 */
export async function listStored(places: StoredPlaces): Promise<readonly StoredItem[]> {
  const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;
  const areas = await Promise.all(
    (['local', 'session'] as const).map(async (area) =>
      Object.entries(await places[area]()).map(([name, value]) => ({ area, name, size: bytesOf(value) })),
    ),
  );
  const tables = (await places.tables()).map(([name, size]) => ({ area: 'database' as const, name, size }));
  return [...areas.flat(), ...tables, ...(await filesIn(await places.files(), ''))];
}

/** A folder that lists what is in it, which TypeScript's worker does not know. */
type Listed = FileSystemDirectoryHandle & {
  values(): AsyncIterable<FileSystemFileHandle | FileSystemDirectoryHandle>;
};

async function filesIn(folder: FileSystemDirectoryHandle, path: string): Promise<readonly StoredItem[]> {
  const found: StoredItem[] = [];
  for await (const handle of (folder as Listed).values()) {
    const name = path + handle.name;
    if (handle.kind === 'directory') found.push(...(await filesIn(handle, `${name}/`)));
    else found.push({ area: 'file', name, size: (await handle.getFile()).size });
  }
  return found;
}
