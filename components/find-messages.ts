import { LANGUAGES } from './languages';
import { lookupIn, type Lookup, type MessageFile } from './message-file';

/** Where messages come from, and which language was chosen. */
export interface MessageSources {
  /** The browser's own lookup, in its language, or in English where there are none in that one. */
  readonly ofBrowser: Lookup;
  /** The language that is stored as the admin's choice; undefined where there is none. */
  readonly stored: () => Promise<unknown>;
  /** Reads a file of the extension, by its path. */
  readonly read: (path: string) => Promise<MessageFile>;
}

/** Messages of one language. */
export interface Messages {
  readonly lookup: Lookup;
  /** The BCP 47 tag of the messages' language, which may not be the browser's. */
  readonly language: string;
  /** The language that was chosen; null: as in the browser. */
  readonly chosen: string | null;
}

/**
 * Finds the messages of the chosen language, or of the browser's where none is chosen. What is
 * stored may be of another version: a language that is not offered counts as none. Never rejects:
 * what cannot be said in the chosen language is said in the browser's.
 */
export async function findMessages({ ofBrowser, stored, read }: MessageSources): Promise<Messages> {
  const asInBrowser = { lookup: ofBrowser, language: ofBrowser('language', []), chosen: null };
  const wanted = await stored().catch(() => null); // storage is broken: nothing was chosen
  const chosen = LANGUAGES.find(({ code }) => code === wanted)?.code ?? null;
  if (chosen === null) return asInBrowser;
  if (chosen === asInBrowser.language) return { ...asInBrowser, chosen };
  const file = await read(`/_locales/${chosen}/messages.json`).catch(() => null); // see above
  if (file === null) return { ...asInBrowser, chosen };
  const own = lookupIn(file);
  return {
    // A message that the language has not (yet) comes from the browser, as the browser does it.
    lookup: (name, substitutions) => own(name, substitutions) || ofBrowser(name, substitutions),
    language: chosen,
    chosen,
  };
}
