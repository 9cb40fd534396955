import { expect } from '@playwright/test';
import { openerOn, openGroup, shownPanel } from './extension-browser';
import { test } from './extension-test';
import { assignColumns, chooseSheet, clearTheWay, openReview, updateButton } from './panel';
import { groupOf } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/* docs/product.md 1 and 4: the panel is a dialog that a keyboard alone gets around in. */

test.use({ platformOptions: { generate: 20 } });

test(
  'Tab stays in it, F6 moves in it, Escape asks and closes it, and the focus comes back',
  { tag: '@long' },
  async ({ world }) => {
    const page = await world.browser.context.newPage();
    await openGroup(page, 555);
    await openerOn(page).focus();
    await page.keyboard.press('Enter');
    const panel = await shownPanel(page);
    await expect(panel.getByLabel('Spreadsheet file')).toBeAttached();
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press('Tab');
      const isInPanel = () => document.activeElement?.matches('body, [data-update-credentials="panel"]');
      expect(await page.evaluate(isInPanel)).toBe(true);
    }
    expect(await page.evaluate(() => document.body.hasAttribute('inert'))).toBe(true);

    // Nothing is open yet: Escape closes at once.
    await panel.getByRole('button', { name: 'Close', exact: true }).focus();
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-update-credentials="panel"]:not([hidden])')).toHaveCount(0);
    await expect(openerOn(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-update-credentials="panel"]:not([hidden])')).toHaveCount(1);

    const rows = groupOf(world.platform.standIn.state(), 555).map(({ id }) => [String(id), 'Merit']);
    await chooseSheet(panel, { name: 'keys.csv', text: sheetText([['Credential ID', 'Grade'], ...rows]) });
    await assignColumns(panel, { Grade: { attribute: 'Grade' } });
    await openReview(panel);
    await clearTheWay(panel);

    const grid = panel.getByRole('grid', { name: 'Changes' });
    await grid.focus();
    await page.keyboard.press('F6');
    expect(await panel.evaluate(() => document.activeElement?.closest('aside') !== null)).toBe(true);
    await page.keyboard.press('F6');
    expect(await panel.evaluate(() => document.activeElement?.closest('.foot') !== null)).toBe(true);
    await page.keyboard.press('F6');
    await expect(grid).toBeFocused();

    // From the first stop of the panel to the button.
    await panel.getByRole('list', { name: 'Steps' }).getByRole('button', { name: 'Review' }).focus();
    let stops = 1;
    for (; stops < 30; stops += 1) {
      if (await updateButton(panel).evaluate((one) => one === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    expect(stops).toBeLessThanOrEqual(12);

    await grid.focus();
    await page.keyboard.press('Escape');
    const ask = panel.getByRole('dialog', { name: 'Close the panel?' });
    await expect(ask).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(ask).toBeHidden();
    await expect(grid).toBeFocused();
    await page.keyboard.press('Escape');
    await ask.getByRole('button', { name: 'Close the panel' }).click();
    await expect(page.locator('[data-update-credentials="panel"]:not([hidden])')).toHaveCount(0);
    await expect(openerOn(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(grid).toBeFocused();
    await page.close();
  },
);
