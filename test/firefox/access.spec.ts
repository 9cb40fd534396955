import { expect } from '@playwright/test';
import { apiRequests } from '../platform/platform-watch';
import { openOwnPage, panelIn, test } from './firefox-test';

/** The part of the extension's API that takes back what is permitted, as about:addons does. */
interface ExtensionGlobals {
  readonly browser: {
    readonly permissions: { remove(of: { readonly origins: readonly string[] }): Promise<boolean> };
    readonly runtime: { getManifest(): { readonly host_permissions: readonly string[] } };
  };
}

test('hosts that are not permitted are said, asked for, and used once allowed', async ({
  platform,
  firefox,
}) => {
  const { panel: inPage } = await panelIn(firefox);
  await inPage.shows('Northfield Institute');
  const popup = await openOwnPage(firefox, '/popup.html');
  await popup.find('link', 'Open the dashboard');
  expect(await popup.count('button', 'Allow access'), 'nothing is missing').toBe(0);
  const isRemoved = await popup.run(() => {
    const { permissions, runtime } = (globalThis as unknown as ExtensionGlobals).browser;
    return permissions.remove({ origins: runtime.getManifest().host_permissions });
  });
  expect(isRemoved).toBe(true);

  const asked = apiRequests(platform.standIn).length;
  const panel = await openOwnPage(firefox, '/panel.html?environment=production&group=555');
  await panel.shows('does not let this extension reach api.accredible.com');
  expect(apiRequests(platform.standIn)).toHaveLength(asked);

  const again = await openOwnPage(firefox, '/popup.html');
  await again.shows('does not let this extension reach Accredible');
  await again.click('button', 'Allow access');
  await again.find('link', 'Open the dashboard');
  await panel.click('button', 'Try again');
  await panel.shows('Northfield Institute');
});
