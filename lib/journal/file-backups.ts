import { z } from '../zod';
import { changeSchema } from './change-schema';
import { checked, faultOf } from './journal-faults';
import { JournalFault } from './journal';
import type { RunId } from './entry';
import { runRecordSchema, runStatusSchema } from './run-schema';
import type { RunBackups } from './run-backups';

const DIRECTORY = 'runs';
/** The file of a run's changes: one line of JSON for the record, then one for each change. */
const CHANGES = '.changes';
const STATE = '.state';
const OURS = /^([\w-]{1,64})(?:\.changes|\.state)$/;

/**
 * Keeps backups as files of the extension's own file system (`navigator.storage.getDirectory()`),
 * which no page and no other extension sees: for each run one with its changes and one with its
 * state. Chromium replaces a file when it is closed. Until then it writes into a file beside it
 * whose name ends in `.crswap`, and a kill leaves that one (seen in 156, 2026-11).
 */
export function createFileBackups(root: () => Promise<FileSystemDirectoryHandle>): RunBackups {
  const directory = async () => (await root()).getDirectoryHandle(DIRECTORY, { create: true });

  async function write(name: string, parts: AsyncIterable<string>): Promise<void> {
    const file = await (await directory()).getFileHandle(name, { create: true });
    const writable = await file.createWritable();
    try {
      for await (const part of parts) await writable.write(part);
    } catch (error) {
      await writable.abort();
      throw error;
    }
    await writable.close();
  }

  /** Null when there is no such file. */
  async function textOf(name: string): Promise<string | null> {
    try {
      return await (await (await (await directory()).getFileHandle(name)).getFile()).text();
    } catch (error) {
      if (isNotFound(error)) return null;
      throw error;
    }
  }

  async function remove(name: string): Promise<void> {
    try {
      await (await directory()).removeEntry(name);
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }

  async function names(): Promise<readonly string[]> {
    const found: string[] = [];
    for await (const name of (await directory()).keys()) found.push(name);
    return found;
  }

  return {
    save: (record, changes) =>
      withJournalFaults(() =>
        write(
          record.id + CHANGES,
          (async function* () {
            yield line(record);
            for await (const some of changes) yield some.map(line).join('');
          })(),
        ),
      ),
    saveState: ({ id, state, finishedAt }) =>
      withJournalFaults(async () => {
        const text = line({ state, finishedAt });
        // A kill can meet any write: what is there already is not written again.
        if ((await textOf(id + STATE)) === text) return;
        await write(id + STATE, once(text));
      }),
    list: () =>
      withJournalFaults(async () => {
        const all = await names();
        const runs = new Set(all.flatMap((name) => OURS.exec(name)?.[1] ?? [])); // none: left by a killed write
        return [...runs].map((run) => ({
          run: run as RunId,
          hasState: all.includes(run + STATE) && all.includes(run + CHANGES),
        }));
      }),
    removeLeftovers: () =>
      withJournalFaults(async () => {
        for (const name of await names()) if (!OURS.test(name)) await remove(name);
      }),
    read: (run) =>
      withJournalFaults(async () => {
        const [state, text] = [await textOf(run + STATE), await textOf(run + CHANGES)];
        if (state === null || text === null) return null;
        const [first, ...others] = text.trimEnd().split('\n').map(parsed);
        const record = checked(runRecordSchema, first);
        const changes = checked(z.array(changeSchema), others);
        if (changes.length !== record.entries) throw new JournalFault('damaged');
        return { record: { ...record, ...checked(runStatusSchema, parsed(state)) }, changes };
      }),
    remove: (run) =>
      withJournalFaults(async () => {
        // The state first: a backup without one cannot be read.
        await remove(run + STATE);
        await remove(run + CHANGES);
      }),
    clear: () =>
      withJournalFaults(async () => {
        try {
          await (await root()).removeEntry(DIRECTORY, { recursive: true });
        } catch (error) {
          if (!isNotFound(error)) throw error;
        }
      }),
  };
}

const line = (value: unknown) => `${JSON.stringify(value)}\n`;

async function* once(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new JournalFault('damaged');
  }
}

async function withJournalFaults<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw faultOf(error);
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotFoundError';
}
