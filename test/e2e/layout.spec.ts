import { expect } from '@playwright/test';
import { panelOn, test } from './extension-test';
import { assignColumns, chooseSheet, openItem, openReview, openTool } from './panel';
import { groupOf } from '../platform/platform-watch';
import { expectNothingBelow, rowsSeen } from './room';
import { sheetText } from '../fakes/sheet-text';

/*
 * The review shows rows, not only its tools: with find and replace open and something to confirm as
 * well.
 */

test.use({ platformOptions: { generate: 40 } });

for (const { width, height, least } of [
  { width: 800, height: 600, least: 6 },
  { width: 1280, height: 800, least: 10 },
]) {
  test(
    `at ${width} x ${height} at least ${least} rows are seen with find and replace open`,
    { tag: '@long' },
    async ({ world }) => {
      const { panel } = await panelOn(world, 555, { width, height });
      const rows = groupOf(world.platform.standIn.state(), 555).map(({ id, recipient }, n) => [
        String(id),
        `${recipient.name} ${n}`,
        `new-${n}@example.org`,
        'Merit',
      ]);
      await chooseSheet(panel, {
        name: 'many.csv',
        text: sheetText([['Credential ID', 'Recipient Name', 'Recipient Email', 'Grade'], ...rows]),
      });
      await expectNothingBelow(panel);
      await assignColumns(panel, { 'Recipient Name': { attribute: 'Recipient Name' } }, 'Credential ID');
      await openReview(panel);
      await expectNothingBelow(panel);
      await openTool(panel, 'Find and replace');
      await expect(panel.getByRole('form', { name: 'Find and replace' })).toBeVisible();
      await panel.getByRole('grid', { name: 'Changes' }).focus();
      // The grid takes the room that the form leaves only after it is drawn.
      await expect.poll(() => rowsSeen(panel)).toBeGreaterThanOrEqual(least);
      // Nothing is lost for it: what is to be confirmed and the way back can be reached.
      await expect(panel.getByRole('button', { name: /^Update \d+ credentials$/ })).toBeInViewport();
      // The foot leads to what is to settle, also where that is a sheet over the grid.
      const confirm = panel.getByRole('checkbox', { name: 'Confirm: E-mail addresses change' });
      const next = panel.getByRole('button', { name: 'Next', exact: true });
      for (let presses = 0; presses < 3; presses += 1) {
        await next.click();
        if (await confirm.evaluate((box) => box === document.activeElement)) break;
      }
      await expect(confirm).toBeFocused();
      await expect(panel.getByRole('heading', { name: 'Before you update' })).toBeInViewport();
      await confirm.check();
      await expect(confirm).toBeInViewport();
      // On a narrow panel the sheet goes with what leads back to the rows.
      await openItem(panel, 'E-mail addresses change');
      const rowsOfIt = panel.getByRole('button', { name: 'Show rows: E-mail addresses change' });
      await rowsOfIt.click();
      if (width <= 900) {
        await expect(panel.getByRole('grid', { name: 'Changes' })).toBeFocused();
        await expect(confirm).not.toBeInViewport();
        await expect.poll(() => rowsSeen(panel)).toBeGreaterThanOrEqual(least - 1);
        // A click where the sheet's edge hides it reaches what was clicked.
        await confirm.uncheck();
        await expect(confirm).toBeInViewport();
        await confirm.press('Escape');
        await expect(panel.getByRole('grid', { name: 'Changes' })).toBeFocused();
      } else await expect(confirm).toBeInViewport();
      await panel.getByRole('textbox', { name: 'Find', exact: true }).fill('example');
      await expect(panel.getByRole('button', { name: /^Replace \d+ cells$/ })).toBeInViewport();
    },
  );
}

for (const width of [800, 1280])
  test(
    `at ${width} wide the rows have all the height that is left, and stay where they are when the summary gets shorter`,
    { tag: '@long' },
    async ({ world }) => {
      const { panel } = await panelOn(world, 555, { width, height: 800 });
      const rows = groupOf(world.platform.standIn.state(), 555).map(({ id }, n) => [
        n % 9 === 0 ? `9${n}` : String(id),
        `new-${n}@example.org`,
        n % 3 === 0 ? '31/02/2027' : '2090-01-01',
      ]);
      await chooseSheet(panel, {
        name: 'shorter.csv',
        text: sheetText([['Credential ID', 'Recipient Email', 'Expiry Date'], ...rows]),
      });
      await assignColumns(panel, {}, 'Credential ID');
      await openReview(panel);
      const top = () =>
        panel
          .getByRole('grid', { name: 'Changes' })
          .evaluate((grid) => Math.round(grid.getBoundingClientRect().top));
      const before = await top();
      const foot = panel.locator('footer');
      expect(await foot.evaluate((one) => innerHeight - one.getBoundingClientRect().bottom)).toBe(0);
      // The warnings and the credits go, and with them the second line.
      await panel.getByRole('button', { name: 'Next', exact: true }).click();
      await openItem(panel, 'E-mail addresses change');
      await panel.getByRole('button', { name: 'Leave these out: E-mail addresses change' }).click();
      await expect(panel.getByRole('status', { name: 'Summary' })).toContainText('26 left out');
      expect(await top()).toBe(before);
    },
  );

test(
  'however far the columns go, who a row is about stays, and the keyboard brings its cell into sight',
  { tag: '@long' },
  async ({ world }) => {
    const { page, panel } = await panelOn(world);
    const headers = [
      'Recipient Name',
      'Recipient Email',
      'Grade',
      'Issue Date',
      'Expiry Date',
      'Description',
      'Location',
    ];
    const rows = groupOf(world.platform.standIn.state(), 555).map(({ id, recipient }, n) => [
      String(id),
      `${recipient.name} Jr`,
      `new-${n}@example.org`,
      'Merit',
      '2025-02-03',
      '2031-02-03',
      'Another text',
      'Oslo',
    ]);
    const text = sheetText([['Credential ID', ...headers], ...rows]);
    await chooseSheet(panel, { name: 'wide.csv', text });
    await assignColumns(panel, Object.fromEntries(headers.map((name) => [name, { attribute: name }])));
    await openReview(panel);
    const row = panel.getByRole('row', { name: /^Include row 2 / });
    const [box, who, last] = [
      row.getByRole('checkbox'),
      row.getByRole('gridcell').nth(2),
      row.getByRole('gridcell', { name: /^Location: / }),
    ];
    await expect(last).not.toBeInViewport();
    await panel.getByRole('grid', { name: 'Changes' }).focus();
    for (let n = 0; n < headers.length; n += 1) await page.keyboard.press('ArrowRight');
    await expect(last).toBeInViewport({ ratio: 0.99 });
    await expect(box).toBeInViewport({ ratio: 0.99 });
    await expect(who).toBeInViewport({ ratio: 0.99 });
    for (let n = 1; n < headers.length; n += 1) await page.keyboard.press('ArrowLeft');
    // Whole, and not under what stays.
    const name = row.getByRole('gridcell', { name: /^Recipient Name: / });
    await expect
      .poll(async () => ((await name.boundingBox())?.x ?? 0) - ((await who.boundingBox())?.x ?? 0))
      .toBeGreaterThanOrEqual(180);
  },
);
