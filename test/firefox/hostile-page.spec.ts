import { expect } from '@playwright/test';
import { CONTROLS, spied, spyOnExtension } from '../e2e/spy-in-page';
import { ORIGIN } from './firefox-browser';
import { GROUP_PAGE, openTab, signIn, test } from './firefox-test';
import { panelOf } from './screen';

/** Actions of WebDriver: https://w3c.github.io/webdriver/#actions */
const PRESS_ON_EDGE = {
  type: 'pointer',
  id: 'mouse',
  parameters: { pointerType: 'mouse' },
  actions: [
    { type: 'pointerMove', x: 2, y: 300 },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ],
};

/*
 * In Firefox the address of the extension's pages stays the same as long as it is installed. A page
 * that learns it could recognise this browser, even after cookies and storage are deleted.
 */
test('the page does not learn by which address the extension is installed', async ({ firefox }) => {
  const { marionette } = firefox;
  const page = await openTab(firefox, GROUP_PAGE);
  await signIn(page);
  await page.find('tab', 'Update Credentials');
  await page.run(spyOnExtension);
  await page.click('tab', 'Update Credentials');
  const panel = panelOf(marionette, page.tab);
  await panel.shows('Northfield Institute');
  // A press on what lies in the closed root, the edge of the panel, comes to the page as well.
  await page.find('dialog', 'Update Credentials');
  await marionette.send('WebDriver:PerformActions', { actions: [PRESS_ON_EDGE] });
  const open = await page.run(spied);
  await panel.click('button', 'Close');
  await expect.poll(() => page.run(() => document.body.inert), { timeout: 60_000 }).toBe(false);
  const known = open + (await page.run(spied));
  expect(
    CONTROLS.filter((control) => !known.includes(control)),
    'the spy is at work',
  ).toEqual([]);
  expect(known).toContain('data-update-credentials="panel"');
  const secrets = [
    new URL(ORIGIN).host,
    'panel.html',
    '-extension:',
    '<iframe',
    'definable',
    'another window',
  ];
  expect(secrets.filter((secret) => known.includes(secret))).toEqual([]);
});
