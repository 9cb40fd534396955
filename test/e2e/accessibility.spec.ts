import { expect, type Frame, type Page } from '@playwright/test';
import { violationsIn } from './axe';
import { panelOn, test, type World } from './extension-test';
import { openerOn, openGroup, shownPanel } from './extension-browser';
import { assignColumns, chooseSheet, clearTheWay, openReview, runIsFinished, updateButton } from './panel';
import { groupOf, putsOf } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/*
 * docs/product.md 4, "Made for everyone": axe on the panel where it is used, and the keyboard
 * alone. (Each state of the panel, in light, dark and forced colours, wide and narrow:
 * test/gallery/gallery.spec.ts.)
 */

test.use({ platformOptions: { generate: 24 } });

/** Twenty rows with changes, a renewal, a cleared value and two errors. */
function sheet({ platform }: World): string {
  const group = groupOf(platform.standIn.state(), 555).slice(4);
  const rows = group.map(({ id, recipient }, n) => [
    String(id),
    n === 1 ? `${recipient.name} PhD` : recipient.name,
    n === 2 ? 'new.address@example.net' : n === 3 ? 'no address' : recipient.email,
    n === 4 ? '2031-02-31' : '2095-01-31',
    n % 2 === 0 ? 'Merit' : '',
  ]);
  return sheetText([['Credential ID', 'Recipient Name', 'Recipient Email', 'Expiry Date', 'Grade'], ...rows]);
}

/** With the frame of the extension in the group page, as axe sees the two together. */
async function expectNoViolations(page: Page, panel: Frame, step: string): Promise<void> {
  const found = (await violationsIn(page, panel)).map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html}\n${failureSummary ?? ''}`),
  }));
  expect.soft(found, step).toEqual([]);
}

test(
  'the panel in the group page has no violation that axe can find',
  { tag: '@long' },
  async ({ world }) => {
    const { page, panel } = await panelOn(world);
    await chooseSheet(panel, { name: 'axe.csv', text: sheet(world) });
    await assignColumns(panel, { Grade: { attribute: 'Grade', blank: 'Clear' } });
    await openReview(panel);
    await expectNoViolations(page, panel, 'Review');
    await clearTheWay(panel);
    await updateButton(panel).click();
    await expect(panel.getByRole('dialog', { name: 'Confirm update' })).toBeVisible();
    await expectNoViolations(page, panel, 'Confirm update');
  },
);

/** Presses Tab until the element has the focus, forwards; a person would give up sooner. */
async function tabTo(page: Page, panel: Frame, what: ReturnType<Frame['getByRole']>): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    const isThere = await what.first().evaluate((element) => element === document.activeElement);
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  const focused = await panel.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
  throw new Error(`Tab does not lead there; it is at ${focused ?? 'nothing'}`);
}

test('the keyboard alone leads from the group page to the end', async ({ world }) => {
  const page = await world.browser.context.newPage();
  await openGroup(page, 555);
  await openerOn(page).focus();
  await page.keyboard.press('Enter');
  const panel = await shownPanel(page);
  const input = panel.getByLabel('Spreadsheet file');
  await expect(input).toBeAttached();
  // Keys and paste go to the panel at once, and not to the page under it.
  await expect.poll(() => panel.evaluate(() => document.hasFocus())).toBe(true);
  await tabTo(page, panel, input);
  // Stands for the system's own file dialog.
  await chooseSheet(panel, { name: 'keys.csv', text: sheet(world) });
  // The input that the file was chosen with is gone: the focus is at the sentence that says what is
  // to be decided.
  await expect(panel.getByRole('status').filter({ hasText: /decide/ })).toBeFocused();
  await expect(panel.getByText(/rows match$/)).toBeVisible();

  const grade = panel.getByRole('combobox', { name: 'Attribute for Grade' });
  await tabTo(page, panel, grade);
  await page.keyboard.type('Grade');
  await expect(grade).toHaveValue('grade');
  const skip = panel.getByRole('button', { name: 'Skip the rest' });
  if (await skip.isEnabled()) {
    await tabTo(page, panel, skip);
    await page.keyboard.press('Enter');
  }
  await tabTo(page, panel, panel.getByRole('button', { name: 'Review changes' }));
  await page.keyboard.press('Enter');

  const grid = panel.getByRole('grid', { name: 'Changes' });
  await expect(grid).toBeVisible();
  // The button that was pressed is gone: the focus is at the sentence that says how things stand.
  await expect(panel.getByRole('status', { name: 'Summary' })).toBeFocused();
  await tabTo(page, panel, grid);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(panel.getByRole('status', { name: 'Summary' })).toContainText('1 left out');
  const skipErrors = panel.getByRole('checkbox', { name: 'Skip rows with errors' });
  await tabTo(page, panel, skipErrors);
  await page.keyboard.press('Space');
  await expect(skipErrors).toBeChecked();
  for (const kind of await panel.getByRole('checkbox', { name: /^Confirm: / }).all()) {
    await tabTo(page, panel, kind);
    await page.keyboard.press('Space');
    await expect(kind).toBeChecked();
  }
  await tabTo(page, panel, updateButton(panel));
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('dialog', { name: 'Confirm update' })).toBeVisible();
  await tabTo(page, panel, panel.getByRole('button', { name: 'Update now' }));
  await page.keyboard.press('Enter');
  await runIsFinished(panel);
  await expect(panel.getByRole('heading', { name: 'Update finished' })).toBeFocused();
  expect(putsOf(world.platform.standIn)).toHaveLength(17);
});
