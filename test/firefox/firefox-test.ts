import { expect, test as base } from '@playwright/test';
import { startStandIn, type RunningStandIn } from '../platform/serve';
import { launchFirefox, ORIGIN, type FirefoxBrowser } from './firefox-browser';
import { documentOf, panelOf, type Screen } from './screen';

/** As long as a browser may take to start on a busy machine. */
const timeout = 240_000;

/**
 * A test that is given a stand-in in a new state, and a Firefox with the extension as it was just
 * installed. Both are started once for all tests, because that takes longer than most of them.
 */
export const test = base.extend<
  { readonly platform: RunningStandIn; readonly firefox: FirefoxBrowser },
  { readonly workerPlatform: RunningStandIn; readonly workerFirefox: FirefoxBrowser }
>({
  workerPlatform: [
    async ({}, use) => {
      const platform = await startStandIn();
      await use(platform);
      await platform.close();
    },
    { scope: 'worker' },
  ],
  workerFirefox: [
    async ({ workerPlatform }, use) => {
      const browser = await launchFirefox(workerPlatform.port);
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout },
  ],
  platform: async ({ workerPlatform }, use) => {
    workerPlatform.renew({ generate: 20, rate: 0 });
    await use(workerPlatform);
  },
  firefox: [
    async ({ platform: _renewed, workerFirefox }, use) => {
      await use(workerFirefox);
      await workerFirefox.reset();
    },
    { timeout },
  ],
});

/** The handles of all tabs. */
export function tabsOf({ marionette }: FirefoxBrowser): Promise<readonly string[]> {
  return marionette.send('WebDriver:GetWindowHandles');
}

/** The tab that `open` opens, once it is there. */
export async function tabOpenedBy(firefox: FirefoxBrowser, open: () => Promise<unknown>): Promise<Screen> {
  const before = await tabsOf(firefox);
  await open();
  let tab: string | undefined;
  await expect(async () => {
    tab = (await tabsOf(firefox)).find((one) => !before.includes(one));
    expect(tab).toBeDefined();
  }).toPass({ intervals: [50, 100, 200], timeout: 60_000 });
  if (tab === undefined) throw new Error('no tab was opened');
  return documentOf(firefox.marionette, tab);
}

/** Goes to an address in a new tab. */
export async function openTab(firefox: FirefoxBrowser, address: string): Promise<Screen> {
  const { marionette } = firefox;
  const screen = await tabOpenedBy(firefox, () => marionette.send('WebDriver:NewWindow', { type: 'tab' }));
  await go(firefox, screen, address);
  return screen;
}

/** Goes to an address in a tab that is there. */
export async function go({ marionette }: FirefoxBrowser, { tab }: Screen, address: string): Promise<void> {
  await marionette.send('WebDriver:SwitchToWindow', { handle: tab });
  await marionette.send('WebDriver:Navigate', { url: address });
}

/** A page of the extension in a new tab, such as "/popup.html". */
export function openOwnPage(firefox: FirefoxBrowser, path: `/${string}`): Promise<Screen> {
  return openTab(firefox, ORIGIN + path);
}

export const GROUP_PAGE =
  'https://dashboard.accredible.com/issuer/dashboard/group/555/information-and-appearance';

/** Signs in on the dashboard that asks for it. */
export async function signIn(page: Screen): Promise<void> {
  await page.type('input[name=email]', 'admin@northfield.test');
  await page.type('input[name=password]', 'arc-and-spark');
  await page.click('button', 'Sign in');
}

/** A new tab on the group's page, signed in, with the panel open. */
export async function panelIn(
  firefox: FirefoxBrowser,
): Promise<{ readonly page: Screen; readonly panel: Screen }> {
  const page = await openTab(firefox, GROUP_PAGE);
  await signIn(page);
  await page.click('tab', 'Update Credentials');
  return { page, panel: panelOf(firefox.marionette, page.tab) };
}
