import { expect, type Page } from '@playwright/test';
import { panelOn, test } from './extension-test';
import { openerOn, openGroup, openPanel, shownPanel } from './extension-browser';
import { chooseSheet, groupIsRead } from './panel';
import { at, groupOf } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/* docs/product.md 1: the tab follows the single-page app, with no reload. */

test.use({ platformOptions: { generate: 20 } });

/** A mark in the page that a reload would take away. */
const MARK = 'not-reloaded';
const mark = (page: Page) => page.evaluate((name) => Object.assign(window, { [name]: true }), MARK);
const isMarked = (page: Page) => page.evaluate((name) => Object.hasOwn(window, name), MARK);

async function followLink(page: Page, name: string, path: RegExp): Promise<void> {
  await page.getByRole('link', { name, exact: true }).first().click();
  await expect(page).toHaveURL(path);
}

test('it comes, moves to another group, goes and comes back, and the work in it stays', async ({ world }) => {
  const page = await world.browser.context.newPage();
  await page.goto('https://dashboard.accredible.com/issuer/dashboard/groups');
  await page.getByLabel('E-mail').fill('admin@northfield.test');
  await page.getByLabel('Password').fill('arc-and-spark');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Groups' })).toBeVisible();
  await mark(page);
  await expect(openerOn(page)).toHaveCount(0);

  await followLink(page, 'Advanced Welding 2026', /group\/555\//);
  await expect(page.getByRole('tab', { name: 'Update Credentials' })).toBeVisible();
  await expect(openerOn(page)).toHaveCount(1);

  const welding = await openPanel(page);
  await expect(welding.getByText('Advanced Welding 2026')).toBeVisible();
  const rows = groupOf(world.platform.standIn.state(), 555).map(({ id }) => [String(id), 'Merit']);
  await chooseSheet(welding, { name: 'kept.csv', text: sheetText([['Credential ID', 'Grade'], ...rows]) });
  await groupIsRead(welding);
  await welding.getByRole('button', { name: 'Close' }).click();

  // Within the group the page is drawn again, tab bar and all.
  await page.getByRole('tab', { name: 'Credentials', exact: true }).click();
  await expect(page).toHaveURL(/group\/555\/credentials/);
  await expect(openerOn(page)).toHaveCount(1);

  await followLink(page, 'Groups', /dashboard\/groups$/);
  await expect(openerOn(page)).toHaveCount(0);
  await followLink(page, 'Forklift Operation, Level 2', /group\/556\//);
  await expect(openerOn(page)).toHaveCount(1);
  const forklift = await openPanel(page);
  await expect(forklift.getByText('Forklift Operation, Level 2')).toBeVisible();
  await expect(forklift.getByText('Advanced Welding 2026')).toHaveCount(0);
  await expect(
    forklift.getByRole('button', { name: 'Choose a file' }).or(forklift.getByText('Choose a file')),
  ).toBeVisible();

  // The browser's own back and forward, with a panel open: one group at a time.
  await page.goBack();
  await expect(page.locator('[data-update-credentials="panel"]:not([hidden])')).toHaveCount(0);
  await expect(openerOn(page)).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL(/group\/555\//);
  await expect(openerOn(page)).toHaveCount(1);
  await openerOn(page).click();
  const again = await shownPanel(page);
  await expect(again.getByText('Advanced Welding 2026')).toBeVisible();
  await expect(again.getByText('kept.csv')).toBeVisible();
  await expect(again.getByRole('combobox', { name: 'Attribute for Grade' })).toHaveValue('grade');
  await expect(page.locator('[data-update-credentials="panel"]:not([hidden])')).toHaveCount(1);

  // From group to group at once, as a link in a page may lead.
  await page.evaluate(() => {
    history.pushState(null, '', '/issuer/dashboard/group/557/credentials');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await expect(page.getByRole('heading', { name: 'Électricité du bâtiment – 2026' })).toBeVisible();
  await expect(page.locator('[data-update-credentials="panel"]:not([hidden])')).toHaveCount(0);
  const third = await openPanel(page);
  await expect(third.getByText('Électricité du bâtiment – 2026')).toBeVisible();
  expect(await isMarked(page)).toBe(true);
  await page.close();
});

test('without a tab bar the button is at the top right by itself', { tag: '@long' }, async ({ world }) => {
  world.platform.standIn.setSwitch('tab-bar', 'no');
  const page = await world.browser.context.newPage();
  await openGroup(page, 556);
  const button = page.getByRole('button', { name: 'Update Credentials', exact: true });
  await expect(button).toBeVisible();
  await expect(page.getByRole('tab')).toHaveCount(0);
  const box = await button.boundingBox();
  if (box === null) throw new Error('the button has no place');
  expect(box.x + box.width).toBeGreaterThan(1280 * 0.85);
  expect(box.y).toBeLessThan(300);
  // Nothing of the page is under it.
  const covered = await page.evaluate(
    ({ x, y }) =>
      document
        .elementsFromPoint(x, y)
        .map((one) => one.getAttribute('data-update-credentials') ?? one.tagName.toLowerCase()),
    { x: box.x + box.width / 2, y: box.y + box.height / 2 },
  );
  expect(covered.slice(0, 2)).toEqual(['button', 'tab']);
  expect(covered).not.toContain('a');
  const panel = await openPanel(page);
  await expect(panel.getByText('Forklift Operation, Level 2')).toBeVisible();
  world.platform.standIn.setSwitch('tab-bar', 'yes');
  await page.close();
});

for (const [host, name] of [
  ['eu.dashboard.accredible.com', 'EU'],
  ['sandbox.dashboard.accredible.com', 'Sandbox'],
] as const) {
  test(`the ${name} dashboard acts on its own API`, { tag: '@long' }, async ({ world }) => {
    const page = await world.browser.context.newPage();
    const from = world.platform.standIn.log.length;
    await openGroup(page, 556, host);
    const panel = await openPanel(page);
    await expect(panel.getByText('Forklift Operation, Level 2')).toBeVisible();
    await expect(panel.getByText(name, { exact: true })).toBeVisible();
    const hosts = new Set(
      world.platform.standIn.log.slice(from).flatMap(({ part, host: of }) => (part === 'api' ? [of] : [])),
    );
    expect([...hosts]).toEqual([host.replace('dashboard', 'api')]);
    await page.close();
  });
}

test(
  'the panel in a tab of its own is the same panel, and leads back to the group',
  { tag: '@long' },
  async ({ world }) => {
    const { page, panel } = await panelOn(world);
    await expect(panel.getByText('Advanced Welding 2026')).toBeVisible();
    const [tab] = await Promise.all([
      world.browser.context.waitForEvent('page'),
      panel.getByRole('button', { name: 'Open in a tab' }).click(),
    ]);
    await expect(tab.getByText('Advanced Welding 2026')).toBeVisible();
    await expect(tab.getByRole('button', { name: 'Close' })).toHaveCount(0);
    const { id } = at(groupOf(world.platform.standIn.state(), 555), 0);
    await tab.getByLabel('Spreadsheet file').setInputFiles({
      name: 'tab.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        sheetText([
          ['Credential ID', 'Grade'],
          [String(id), 'Merit'],
        ]),
      ),
    });
    await expect(tab.getByRole('button', { name: 'Review changes' })).toBeVisible();
    await tab.close();
    await page.close();
  },
);

test('that a sheet does not come along into a tab is said before', { tag: '@long' }, async ({ world }) => {
  const { page, panel } = await panelOn(world);
  const { id } = at(groupOf(world.platform.standIn.state(), 555), 0);
  const rows = [
    ['Credential ID', 'Grade'],
    [String(id), 'Merit'],
  ];
  await chooseSheet(panel, { name: 'here.csv', text: sheetText(rows) });
  const open = panel.getByRole('button', { name: 'Open in a tab' });
  await open.click();
  const asked = panel.getByRole('dialog', { name: 'The sheet stays in this panel' });
  await expect(asked.getByRole('button', { name: 'Stay here' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(asked).toHaveCount(0);
  await expect(open).toBeFocused();
  await open.click();
  const [tab] = await Promise.all([
    world.browser.context.waitForEvent('page'),
    asked.getByRole('button', { name: 'Open the tab' }).click(),
  ]);
  await expect(tab.getByLabel('Spreadsheet file')).toBeAttached();
  // Open things stay where they were.
  await expect(panel.getByRole('button', { name: 'Review changes' })).toBeVisible();
  await tab.close();
  await page.close({ runBeforeUnload: false });
});
