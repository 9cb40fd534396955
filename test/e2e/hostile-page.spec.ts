import { expect } from '@playwright/test';
import { sheetText } from '../fakes/sheet-text';
import { openGroup, openPanel } from './extension-browser';
import { test } from './extension-test';
import { chooseSheet } from './panel';

/*
 * docs/privacy.md: a hostile page and the content script beside it.
 */

test('the page learns no id of the extension, and knowing it takes nothing away', async ({ world }) => {
  const id = new URL((await world.browser.background()).url()).host;
  const page = await world.browser.context.newPage();
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    window.addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)), true);
  });
  await openGroup(page, 555);
  const panel = await openPanel(page);
  const text = sheetText([
    ['Credential ID', 'Grade'],
    ['1', 'A'],
  ]);
  await chooseSheet(panel, { name: 'kept.csv', text });
  // The panel's own address has another id for each page that is loaded (use_dynamic_url).
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard.join('\n'));
  expect(heard).not.toContain(id);

  // The framework's event that ends older copies of the script, as it would dispatch it itself.
  await page.evaluate((extension) => {
    const type = `${extension}:group:wxt:content-script-started`;
    const detail = { contentScriptName: 'group', messageId: 'made-up' };
    document.dispatchEvent(new CustomEvent(type, { detail }));
    window.postMessage({ type, ...detail }, '*');
  }, id);
  await expect(panel.getByText('kept.csv')).toBeVisible();
  await expect(page.locator('update-credentials-panel:not([hidden])')).toHaveCount(1);
  // And the panel still goes when the page moves to another group.
  await page.evaluate(() => history.pushState(null, '', '/issuer/dashboard/group/557/credentials'));
  await expect(page.locator('update-credentials-panel:not([hidden])')).toHaveCount(0);
  await page.close();
});
