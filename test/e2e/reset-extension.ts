import { expect, type Page, type Worker } from '@playwright/test';
import type { ExtensionBrowser } from './extension-browser';

/** The part of the extension's API that is asked in one of its own documents. */
interface ExtensionGlobals {
  readonly chrome: {
    readonly storage: Readonly<
      Record<'local' | 'session', { clear(): Promise<void>; set(all: object): Promise<void> }>
    >;
    readonly alarms: { clearAll(): Promise<boolean> };
    readonly action: { setBadgeText(of: { readonly text: string }): Promise<void> };
    readonly runtime: { connect(as: { readonly name: string }): unknown };
  };
}

/**
 * Takes away all that the extension and the platform's pages have left in a browser, and starts the
 * background again, which takes a fraction of what another browser does. Gone are: pages, the
 * background with its memory and its requests, the stored areas, IndexedDB, the extension's files,
 * alarms, the badge, cookies and granted permissions.
 *
 * The background is stopped first, so that nothing of it writes after the deletion. The extension
 * itself is not loaded again: Chromium disables one of the command line when it is, unless the
 * profile is a developer's.
 */
export async function resetExtension(browser: ExtensionBrowser): Promise<void> {
  const { context } = browser;
  await browser.closePages();
  const background = await browser.background();
  const page = await openQuietPage(browser);
  await stopBackground(browser);
  const devTools = await context.newCDPSession(page);
  await devTools.send('Storage.clearDataForOrigin', {
    origin: extensionOrigin(background),
    storageTypes: 'indexeddb,file_systems,local_storage,cache_storage',
  });
  await context.clearCookies();
  await context.clearPermissions();
  await page.evaluate(async () => {
    const { storage, alarms, action, runtime } = (globalThis as unknown as ExtensionGlobals).chrome;
    await Promise.all([
      // The page after the installation was there already.
      storage.local.clear().then(() => storage.local.set({ 'first-page': true })),
      storage.session.clear(),
      alarms.clearAll(),
      action.setBadgeText({ text: '' }),
    ]);
    // Wakes the background, which does not know a port of this name.
    runtime.connect({ name: 'wake' });
  });
  // Answered only once it is there. A question that was asked while it started is refused.
  await expect(async () => expect(await background.evaluate(() => true)).toBe(true)).toPass();
  await devTools.detach();
}

/**
 * Takes the browser's first page to a document of the extension in which none of its programs runs,
 * unless it is there. It keeps the browser open, and the extension's process, which takes longer to
 * start than the background in it.
 */
export async function openQuietPage(browser: ExtensionBrowser): Promise<Page> {
  const { context } = browser;
  const page = context.pages()[0] ?? (await context.newPage());
  const address = `${extensionOrigin(await browser.background())}/icon/16.png`;
  if (page.url() !== address) await page.goto(address);
  return page;
}

/** Such as chrome-extension://abc; Node knows no origin of that scheme. */
export function extensionOrigin(background: Worker): string {
  const { protocol, host } = new URL(background.url());
  return `${protocol}//${host}`;
}

/**
 * Stops the background as the browser does when it is idle or short of memory: without a word to
 * it. False when it is not running. Until it runs again, the driver's questions to it wait for
 * ever.
 */
export async function stopBackground({ context }: ExtensionBrowser): Promise<boolean> {
  const devTools = await context.browser()?.newBrowserCDPSession(); // a browser that was launched has one
  if (devTools === undefined) throw new Error('there is no browser to talk to');
  const { targetInfos } = await devTools.send('Target.getTargets');
  const worker = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.endsWith('/background.js'),
  );
  if (worker !== undefined) await devTools.send('Target.closeTarget', { targetId: worker.targetId });
  await devTools.detach();
  return worker !== undefined;
}
