import { expect, type Worker } from '@playwright/test';
import { ACCOUNT_KEY } from '../platform/stand-in-options';
import { groupOf, putsOf } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';
import { launchWithExtension, type ExtensionBrowser } from './extension-browser';
import { everythingStored } from './extension-storage';
import { panelOn, reviewSheet, test } from './extension-test';
import { beginUpdate } from './panel';

/*
 * The tests share a browser (extension-test.ts): what one of them has left in it must not be there
 * for the next.
 */

/** The parts of the extension's API in which something can be left. */
interface ExtensionGlobals {
  readonly chrome: {
    readonly alarms: { getAll(): Promise<readonly { readonly name: string }[]> };
    readonly action: {
      getBadgeText(of: object): Promise<string>;
      getTitle(of: object): Promise<string>;
    };
  };
  mark?: string;
}

/** All that a job can leave behind in a browser, each thing by its name. */
async function tracesIn(browser: ExtensionBrowser) {
  const { context } = browser;
  const worker = await browser.background();
  return {
    ...(await everythingStored(worker)),
    ...(await inBackground(worker)),
    cookies: (await context.cookies()).map(({ name }) => name),
    pages: context.pages().map((page) => page.url()),
  };
}

function inBackground(worker: Worker) {
  return worker.evaluate(async () => {
    const { chrome, mark = 'none' } = globalThis as unknown as ExtensionGlobals;
    const files: string[] = [];
    const list = async (directory: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const [name, handle] of directory.entries()) {
        files.push(path + name);
        if (handle instanceof FileSystemDirectoryHandle) await list(handle, `${path}${name}/`);
      }
    };
    await list(await navigator.storage.getDirectory(), '');
    return {
      files,
      memory: mark,
      alarms: (await chrome.alarms.getAll()).map(({ name }) => name).sort(),
      badge: [await chrome.action.getBadgeText({}), await chrome.action.getTitle({})],
    };
  });
}

test.use({ platformOptions: { generate: 40, switches: { session: 'refused' } } });

test(
  'of a job in its middle nothing is left, and the browser is as when it was launched',
  { tag: '@long' },
  async ({ platform }) => {
    const browser = await launchWithExtension({ platformPort: platform.port });
    try {
      // The background makes its empty journal and its alarm at its start.
      await expect.poll(async () => (await tracesIn(browser)).alarms).toHaveLength(1);
      await expect.poll(async () => (await tracesIn(browser)).databases).toContain('entries');
      const clean = await tracesIn(browser);

      const { standIn } = platform;
      const { panel } = await panelOn({ platform, browser });
      await panel.getByLabel('API key', { exact: true }).fill(ACCOUNT_KEY);
      await panel.getByRole('checkbox', { name: /^Remember on this computer/ }).check();
      await panel.getByRole('button', { name: 'Use this key' }).click();
      const rows = groupOf(standIn.state(), 555).map(({ id }) => [String(id), 'Merit']);
      await reviewSheet(panel, {
        name: 'forty.csv',
        text: sheetText([['Credential ID', 'Grade'], ...rows]),
      });
      standIn.setFaults(['slow:ms=2000:method=PUT']);
      await beginUpdate(panel);
      await expect.poll(() => putsOf(standIn).length).toBeGreaterThan(0);
      await (
        await browser.background()
      ).evaluate(() => {
        (globalThis as unknown as ExtensionGlobals).mark = 'of the job';
      });
      // Each of the traces is left by such a job: without that, it would prove nothing that they
      // are gone.
      for (const name of Object.keys(clean) as (keyof typeof clean)[]) {
        await expect.poll(async () => (await tracesIn(browser))[name], name).not.toEqual(clean[name]);
      }

      await browser.reset();
      await expect.poll(() => tracesIn(browser)).toEqual(clean);
      // Reports of the new background are heard as those of the first were.
      expect(browser.takeFaults()).toEqual([]);
      await (
        await browser.background()
      ).evaluate(() => {
        console.error('a bug');
      });
      await expect.poll(() => browser.takeFaults()).toEqual(['a bug']);
      // Nor does anything go on: the panel of the same group begins with the key, and nothing more
      // is sent.
      platform.renew({ generate: 40, rate: 0, switches: { session: 'refused' } });
      const again = await panelOn({ platform, browser });
      await expect(again.panel.getByLabel('API key', { exact: true })).toBeVisible();
      expect(platform.standIn.log.filter(({ auth }) => auth === 'key')).toEqual([]);
      expect(putsOf(platform.standIn)).toEqual([]);
    } finally {
      await browser.close();
    }
  },
);
