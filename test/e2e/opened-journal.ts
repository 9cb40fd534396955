import type { Entry } from '../../lib/journal/entry';
import type { JournalRun } from '../../lib/journal/journal';

/** The databases and files of the extension, and its journal opened with the secrets there. */
export interface OpenedJournal {
  readonly databases: readonly unknown[];
  /** The names of the extension's own files, with their folders. */
  readonly files: readonly string[];
  readonly runs: readonly JournalRun[];
  readonly entries: readonly Entry[];
}

/**
 * Reads them inside the background or a page of the extension: it is sent there as a text, so that
 * it uses nothing from outside. What no secret opens is missing in a record.
 */
export async function openedJournal(): Promise<OpenedJournal> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('the database cannot be read'));
    });
  const bytesOf = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const files: string[] = [];
  const keys: CryptoKey[] = [];
  for await (const [folder, handle] of (await navigator.storage.getDirectory()).entries()) {
    if (!(handle instanceof FileSystemDirectoryHandle)) files.push(folder);
    else
      for await (const [name, file] of handle.entries()) {
        files.push(`${folder}/${name}`);
        if (folder !== 'secrets' || !(file instanceof FileSystemFileHandle)) continue;
        const secret = bytesOf(await (await file.getFile()).text()).slice(0, 32);
        keys.push(await crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['decrypt']));
      }
  }
  const open = async (closed: unknown, about: string): Promise<unknown> => {
    if (typeof closed !== 'string') return undefined;
    const bytes = bytesOf(closed);
    for (const key of keys) {
      const cipher = {
        name: 'AES-GCM',
        iv: bytes.slice(0, 12),
        additionalData: new TextEncoder().encode(about),
      };
      const text = await crypto.subtle.decrypt(cipher, key, bytes.slice(12)).catch(() => null);
      if (text !== null) return about.startsWith('words') ? text : JSON.parse(new TextDecoder().decode(text));
    }
    return undefined;
  };
  const databases: unknown[] = [];
  const opened: Record<string, unknown[]> = { runs: [], entries: [] };
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const records = database.transaction(store).objectStore(store);
      const [all, allKeys] = [await done(records.getAll()), await done(records.getAllKeys())];
      databases.push({ name, store, keys: allKeys, values: all });
      for (const record of all as Record<string, string | object>[]) {
        const { header, standing, change, detail, state } = record;
        const [id, run, credential] = [record['id'], record['run'], record['credential']].map((one) =>
          typeof one === 'string' ? one : '',
        );
        const ofEntry = `of ${run ?? ''} ${credential ?? ''}`;
        if (store === 'runs') {
          const texts = (await open(header, `header of ${id ?? ''}`)) as object | undefined;
          opened['runs']?.push({ ...record, record: { ...texts, ...(standing as object) } });
        } else {
          const opening = (await open(change, `change ${ofEntry}`)) as { credential: string } | undefined;
          const whole = (await open(detail, `state ${ofEntry}`)) ?? state;
          opened['entries']?.push({
            ...record,
            credential: opening?.credential,
            change: opening,
            state: whole,
          });
        }
      }
    }
    database.close();
  }
  return { databases, files, ...(opened as unknown as Pick<OpenedJournal, 'runs' | 'entries'>) };
}
