import { browser } from 'wxt/browser';
import type { MessageSources } from '../../components/find-messages';
import type { MessageFile } from '../../components/message-file';

/** The name of the choice in the storage. It is no setting of the background: see below. */
const CHOSEN = 'language';

/**
 * The messages of the extension, for all its own pages and the background. Each reads the choice
 * from storage by itself: it has to speak before the background answers, and also where the
 * background does not.
 */
export const messageSources: MessageSources = {
  ofBrowser: (name, substitutions) =>
    browser.i18n.getMessage(name as Parameters<typeof browser.i18n.getMessage>[0], [...substitutions]),
  stored: async () => (await browser.storage.local.get(CHOSEN))[CHOSEN],
  // By our own origin: `getURL` gives the dynamic address of web-accessible pages.
  read: async (path) => (await fetch(path)).json() as Promise<MessageFile>, // a file of our own
};

/** Stores the choice of a language; null: as in the browser. `whenLanguageChanges` hears of it. */
export async function chooseLanguage(language: string | null): Promise<void> {
  if (language === null) await browser.storage.local.remove(CHOSEN);
  else await browser.storage.local.set({ [CHOSEN]: language });
}

/** Calls back whenever another language was chosen, here or in another page of the extension. */
export function whenLanguageChanges(then: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && CHOSEN in changes) then();
  });
}
