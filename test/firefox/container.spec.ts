import { expect } from '@playwright/test';
import { apiRequests } from '../platform/platform-watch';
import { ORIGIN } from './firefox-browser';
import { GROUP_PAGE, panelIn, signIn, tabOpenedBy, test } from './firefox-test';
import { panelOf } from './screen';

/** The part of Firefox's own window that opens a tab in a container. */
interface BrowserWindow {
  readonly gBrowser: { addTab(address: string, options: object): unknown; selectedTab: unknown };
  readonly Services: { readonly scriptSecurityManager: { getSystemPrincipal(): object } };
}

/** Sent into Firefox's window: opens an address in the container "Work", as its menu does. */
function openInContainer(address: string): void {
  const { gBrowser, Services } = globalThis as unknown as BrowserWindow;
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  gBrowser.selectedTab = gBrowser.addTab(address, { userContextId: 2, triggeringPrincipal });
}

test('in a container nothing is done with the sign-in outside of it', async ({ platform, firefox }) => {
  // Somebody is signed in outside, and the background could act for them.
  const { panel: outside } = await panelIn(firefox);
  await outside.shows('Northfield Institute');
  const asked = apiRequests(platform.standIn).length;

  const page = await tabOpenedBy(firefox, () => firefox.inOwnWindow(openInContainer, GROUP_PAGE));
  // It has no cookies from outside.
  await signIn(page);
  await page.click('tab', 'Update Credentials');
  const panel = panelOf(firefox.marionette, page.tab);
  await panel.shows('This tab is in a container of Firefox');
  await panel.click('button', 'Try again');
  await panel.shows('This tab is in a container of Firefox');

  const own = await tabOpenedBy(firefox, () =>
    firefox.inOwnWindow(openInContainer, `${ORIGIN}/panel.html?environment=production&group=555`),
  );
  await own.shows('This tab is in a container of Firefox');
  expect(apiRequests(platform.standIn)).toHaveLength(asked);
});
