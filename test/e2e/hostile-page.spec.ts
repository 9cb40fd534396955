import { expect } from '@playwright/test';
import { sheetText } from '../fakes/sheet-text';
import { openGroup, openPanel } from './extension-browser';
import { test } from './extension-test';
import { chooseSheet } from './panel';
import { CONTROLS, spied, spyOnExtension } from './spy-in-page';

/*
 * docs/privacy.md: a hostile page and the content script beside it.
 */

test('the page learns nothing of the extension and gets no hand on the panel; knowing its id takes nothing away', async ({
  world,
}) => {
  const id = new URL((await world.browser.background()).url()).host;
  const page = await world.browser.context.newPage();
  await page.addInitScript(spyOnExtension);
  await openGroup(page, 555);
  const panel = await openPanel(page);
  const text = sheetText([
    ['Credential ID', 'Grade'],
    ['1', 'A'],
  ]);
  await chooseSheet(panel, { name: 'kept.csv', text });
  const frame = await panel.frameElement();
  // It has another id for each page that is loaded (use_dynamic_url).
  const address = new URL((await frame.getAttribute('src')) ?? ''); // it has one
  await page.mouse.move(2, 300);
  await page.mouse.down();
  await page.mouse.up();
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('[data-update-credentials="panel"]:not([hidden])')).toHaveCount(0);
  await openPanel(page);
  const known = await page.evaluate(spied);
  expect(
    CONTROLS.filter((control) => !known.includes(control)),
    'the spy is at work',
  ).toEqual([]);
  expect(known).toContain('data-update-credentials="panel"');
  const secrets = [id, address.host, 'panel.html', '-extension:', '<iframe', 'definable', 'another window'];
  expect(secrets.filter((secret) => known.includes(secret))).toEqual([]);

  // The framework's event that ends older copies of the script, as it would dispatch it itself.
  await page.evaluate((extension) => {
    const type = `${extension}:group:wxt:content-script-started`;
    const detail = { contentScriptName: 'group', messageId: 'made-up' };
    document.dispatchEvent(new CustomEvent(type, { detail }));
    window.postMessage({ type, ...detail }, '*');
  }, id);
  await expect(panel.getByText('kept.csv')).toBeVisible();
  await expect(page.locator('[data-update-credentials="panel"]:not([hidden])')).toHaveCount(1);
  // And the panel still goes when the page moves to another group.
  await page.evaluate(() => history.pushState(null, '', '/issuer/dashboard/group/557/credentials'));
  await expect(page.locator('[data-update-credentials="panel"]:not([hidden])')).toHaveCount(0);
  await page.close();
});
