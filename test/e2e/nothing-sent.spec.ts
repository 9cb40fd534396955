import { expect, test, type Page } from '@playwright/test';
import { startStandIn, type RunningStandIn } from '../platform/serve';
import {
  launchWithExtension,
  openGroup,
  openPanel,
  openerOn,
  type ExtensionBrowser,
} from './extension-browser';
import { assignColumns, chooseSheet, clearTheWay, groupIsRead, openReview, updateButton } from './panel';
import { apiRequests, groupOf, writesOf } from './platform-watch';
import { sheetText } from './sheet-text';

/* Issue 2, 4 (d): nothing is sent before "Update now", however the admin leaves. */

let platform: RunningStandIn;
let browser: ExtensionBrowser;
let page: Page;

test.beforeAll(async () => {
  platform = await startStandIn({ generate: 20, port: 0, rate: 0 });
  browser = await launchWithExtension({ platformPort: platform.port });
});

test.afterAll(async () => {
  await browser.close();
  await platform.close();
});

/** A new tab, at the button "Update 5 credentials" with nothing in the way. */
async function readyToUpdate() {
  const group = groupOf(platform.standIn.state(), 555);
  const rows = group.slice(4, 9).map(({ id }) => [String(id), 'Entirely new']);
  page = await browser.context.newPage();
  await openGroup(page, 555);
  const panel = await openPanel(page);
  await chooseSheet(panel, { name: 'five.csv', text: sheetText([['Credential ID', 'Grade'], ...rows]) });
  await assignColumns(panel, {});
  expect(await openReview(panel)).toMatchObject({ rows: 5, toUpdate: 5 });
  await clearTheWay(panel);
  return panel;
}

/** Reads the group once more by another tab: whatever the first one had begun would have arrived before. */
async function expectNothingSent(before: unknown): Promise<void> {
  const other = await browser.context.newPage();
  await openGroup(other, 556);
  const from = platform.standIn.log.length;
  const panel = await openPanel(other);
  await expect(panel.getByText('Forklift Operation, Level 2')).toBeVisible();
  expect(apiRequests(platform.standIn, from).length).toBeGreaterThan(0);
  await other.close();
  expect(writesOf(platform.standIn)).toEqual([]);
  expect(platform.standIn.state()).toEqual(before);
}

test('"Not yet" and Escape lead back to the review with nothing sent', async () => {
  const before = platform.standIn.state();
  const panel = await readyToUpdate();
  const dialog = panel.getByRole('dialog', { name: 'Confirm update' });
  await updateButton(panel).click();
  await expect(dialog.getByRole('button', { name: 'Update now' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Not yet' }).click();
  await expect(dialog).toBeHidden();
  await expect(updateButton(panel)).toBeEnabled();

  await updateButton(panel).click();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(updateButton(panel)).toBeEnabled();
  await expectNothingSent(before);
  await page.close();
});

test('the panel closed before the button, and opened again with the work still there', async () => {
  const before = platform.standIn.state();
  const panel = await readyToUpdate();
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('update-credentials-panel')).toBeHidden();
  await expect(openerOn(page)).toBeFocused();
  await expectNothingSent(before);
  await openerOn(page).click();
  await expect(updateButton(panel)).toBeEnabled();
  await page.close();
});

test('the tab closed at the confirm dialog', async () => {
  const before = platform.standIn.state();
  const panel = await readyToUpdate();
  await updateButton(panel).click();
  await expect(panel.getByRole('dialog', { name: 'Confirm update' })).toBeVisible();
  await page.close();
  await expectNothingSent(before);
});

test('the page reloaded at the confirm dialog', async () => {
  const before = platform.standIn.state();
  const panel = await readyToUpdate();
  await updateButton(panel).click();
  await expect(panel.getByRole('dialog', { name: 'Confirm update' })).toBeVisible();
  await page.reload();
  await expect(openerOn(page)).toBeVisible();
  await expectNothingSent(before);
  await page.close();
});

test('a reload in Assign is asked about first, and refused leaves the work as it is', async () => {
  page = await browser.context.newPage();
  await openGroup(page, 555);
  const panel = await openPanel(page);
  const rows = groupOf(platform.standIn.state(), 555).map(({ id }) => [String(id), 'Entirely new']);
  await chooseSheet(panel, { name: 'kept.csv', text: sheetText([['Credential ID', 'Remark'], ...rows]) });
  await groupIsRead(panel);
  await panel.getByRole('button', { name: 'Skip the rest' }).click();
  const attribute = panel.getByRole('combobox', { name: 'Attribute for Remark' }).locator('option:checked');
  await expect(attribute).toHaveText('Skip');

  const asked = page.waitForEvent('dialog');
  const leaving = page.reload({ timeout: 5_000 }).then(
    () => 'left',
    () => 'stayed',
  );
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  expect(await leaving).toBe('stayed');
  await expect(attribute).toHaveText('Skip');
  await page.close();
});
