import { expect, type Frame, type Page } from '@playwright/test';
import { openerOn } from './extension-browser';
import { panelOn, reviewSheet, test, type World } from './extension-test';
import { chooseSheet, groupIsRead, updateButton } from './panel';
import { apiRequests, groupOf, writesOf } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/* docs/product.md 2.4 and 2.5: nothing is sent before "Update now", however the admin leaves. */

test.use({ platformOptions: { generate: 20 } });

/** A new tab, at the button "Update 5 credentials" with nothing in the way. */
async function readyToUpdate(world: World): Promise<{ readonly page: Page; readonly panel: Frame }> {
  const group = groupOf(world.platform.standIn.state(), 555);
  const rows = group.slice(4, 9).map(({ id }) => [String(id), 'Entirely new']);
  const { page, panel } = await panelOn(world);
  const sheet = { name: 'five.csv', text: sheetText([['Credential ID', 'Grade'], ...rows]) };
  expect(await reviewSheet(panel, sheet)).toMatchObject({ rows: 5, toUpdate: 5 });
  return { page, panel };
}

/**
 * Reads the group again by another tab: whatever the first one had begun would have arrived before.
 */
async function expectNothingSent(world: World, before: unknown): Promise<void> {
  const { standIn } = world.platform;
  const from = standIn.log.length;
  const { panel } = await panelOn(world, 556);
  await expect(panel.getByText('Forklift Operation, Level 2')).toBeVisible();
  expect(apiRequests(standIn, from).length).toBeGreaterThan(0);
  expect(writesOf(standIn)).toEqual([]);
  expect(standIn.state()).toEqual(before);
}

test(
  '"Not yet" and Escape lead back to the review with nothing sent',
  { tag: '@long' },
  async ({ world }) => {
    const before = world.platform.standIn.state();
    const { page, panel } = await readyToUpdate(world);
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
    await expectNothingSent(world, before);
  },
);

test(
  'the panel closed before the button, and opened again with the work still there',
  { tag: '@long' },
  async ({ world }) => {
    const before = world.platform.standIn.state();
    const { page, panel } = await readyToUpdate(world);
    await panel.getByRole('button', { name: 'Close' }).click();
    await expect(page.locator('[data-update-credentials="panel"]:not([hidden])')).toHaveCount(0);
    await expect(openerOn(page)).toBeFocused();
    await expectNothingSent(world, before);
    await openerOn(page).click();
    await expect(updateButton(panel)).toBeEnabled();
  },
);

test('the tab closed at the confirm dialog', { tag: '@long' }, async ({ world }) => {
  const before = world.platform.standIn.state();
  const { page, panel } = await readyToUpdate(world);
  await updateButton(panel).click();
  await expect(panel.getByRole('dialog', { name: 'Confirm update' })).toBeVisible();
  await page.close();
  await expectNothingSent(world, before);
});

test('the page reloaded at the confirm dialog', { tag: '@long' }, async ({ world }) => {
  const before = world.platform.standIn.state();
  const { page, panel } = await readyToUpdate(world);
  await updateButton(panel).click();
  await expect(panel.getByRole('dialog', { name: 'Confirm update' })).toBeVisible();
  await page.reload();
  await expect(openerOn(page)).toBeVisible();
  await expectNothingSent(world, before);
});

test(
  'a reload in Assign is asked about first, and refused leaves the work as it is',
  { tag: '@long' },
  async ({ world }) => {
    const { page, panel } = await panelOn(world);
    const rows = groupOf(world.platform.standIn.state(), 555).map(({ id }) => [String(id), 'Entirely new']);
    await chooseSheet(panel, { name: 'kept.csv', text: sheetText([['Credential ID', 'Remark'], ...rows]) });
    await groupIsRead(panel);
    await panel.getByRole('button', { name: 'Skip the rest' }).click();
    const attribute = panel.getByRole('combobox', { name: 'Attribute for Remark' }).locator('option:checked');
    await expect(attribute).toHaveText('Skip');

    const asked = page.waitForEvent('dialog');
    const leaving = page.evaluate(() => location.reload());
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await leaving;
    await expect(attribute).toHaveText('Skip');
    expect(panel.isDetached()).toBe(false);
  },
);
