import { browser } from 'wxt/browser';

/**
 * Gives the random number of this installation. It is a setting: "Delete everything" must not turn
 * one's own change set into somebody else's.
 */
export function createInstallation(): () => Promise<string> {
  let asked: Promise<string> | null = null;
  const make = async () => {
    const stored = (await browser.storage.local.get('installation'))['installation'];
    if (typeof stored === 'string') return stored;
    const made = crypto.randomUUID();
    await browser.storage.local.set({ installation: made });
    return made;
  };
  return () =>
    (asked ??= make().catch((error: unknown) => {
      asked = null;
      throw error;
    }));
}
