import { expect } from '@playwright/test';
import { apiRequests } from '../platform/platform-watch';
import { GROUP_PAGE, panelIn, signIn, tabOpenedBy, go, test } from './firefox-test';

/*
 * The manifest's "incognito": "not_allowed": a private window would act with the sign-in of the
 * normal one.
 */
test('in a private window there is no extension', async ({ platform, firefox }) => {
  const { panel } = await panelIn(firefox);
  await panel.shows('Northfield Institute');

  const asked = apiRequests(platform.standIn).length;
  const secret = await tabOpenedBy(firefox, () =>
    firefox.marionette.send('WebDriver:NewWindow', { type: 'window', private: true, focus: true }),
  );
  await go(firefox, secret, GROUP_PAGE);
  // Not the sign-in of the normal window.
  await signIn(secret);
  await secret.find('heading', 'Advanced Welding 2026');
  await secret.find('tab', 'Credentials');
  expect(await secret.count('tab', 'Update Credentials')).toBe(0);
  expect(await secret.run(() => document.querySelectorAll('[data-update-credentials="tab"]').length)).toBe(0);
  expect(apiRequests(platform.standIn)).toHaveLength(asked);
});
