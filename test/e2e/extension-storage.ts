import type { Worker } from '@playwright/test';
import { openedJournal } from './opened-journal';

/** All that the extension has stored, as JSON, each area by itself. */
export interface Stored {
  readonly local: string;
  readonly session: string;
  /** Every record of every IndexedDB of the extension, with its keys and its stores' names. */
  readonly databases: string;
  /** The runs and entries of the journal, opened with the secrets that are there. */
  readonly opened: string;
  /** The names of the extension's own files, with their folders. */
  readonly files: readonly string[];
}

/** The part of the extension's API that is asked inside its background. */
interface ExtensionGlobals {
  readonly chrome: {
    readonly storage: Record<'local' | 'session', { get(keys: null): Promise<unknown> }>;
  };
}

/** Reads it inside the background, which alone may. */
export async function everythingStored(background: Worker): Promise<Stored> {
  const { databases, files, runs, entries } = await background.evaluate(openedJournal);
  const areas = await background.evaluate(async () => {
    const { storage } = (globalThis as unknown as ExtensionGlobals).chrome;
    return { local: await storage.local.get(null), session: await storage.session.get(null) };
  });
  return {
    local: JSON.stringify(areas.local),
    session: JSON.stringify(areas.session),
    databases: JSON.stringify(databases),
    opened: JSON.stringify([...runs, ...entries]),
    files,
  };
}
