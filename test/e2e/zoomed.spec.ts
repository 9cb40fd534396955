import { expect } from '@playwright/test';
import { panelOn, test } from './extension-test';
import {
  assignColumns,
  beginUpdate,
  chooseSheet,
  clearTheWay,
  openReview,
  runIsFinished,
  openOptions,
} from './panel';
import { groupOf } from '../platform/platform-watch';
import { expectNothingBelow, rowsSeen } from './room';
import { sheetText } from '../fakes/sheet-text';

/* At 200 % there is half of the window (WCAG 2.2, 1.4.10). */

test.use({ platformOptions: { generate: 40 } });

test(
  'at 200 % zoom a column of Assign and rows of the review have room',
  { tag: '@long' },
  async ({ world }) => {
    const viewport = { width: 640, height: 400 };
    const { panel } = await panelOn(world, 555, viewport);
    const rows = groupOf(world.platform.standIn.state(), 555).map(({ id }) => [String(id), 'Merit', 'x']);
    await chooseSheet(panel, {
      name: 'zoomed.csv',
      text: sheetText([['Credential ID', 'Grade', 'Remark'], ...rows]),
    });
    await openOptions(panel, 'Grade');
    await panel.getByRole('combobox', { name: 'Blank cells in Grade' }).focus();
    // The column stands between the edge and the foot with all of its options.
    const hidden = () =>
      panel.evaluate(() => {
        const choice = document.activeElement?.closest('tr')?.getBoundingClientRect();
        const foot = document.querySelector('.foot')?.getBoundingClientRect();
        if (choice === undefined || foot === undefined) return Infinity;
        return Math.max(0, choice.bottom - foot.top) + Math.max(0, -choice.top);
      });
    await expect.poll(hidden).toBeLessThanOrEqual(2);
    expect(
      await panel.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
    await assignColumns(panel, {}, 'Credential ID');
    await openReview(panel);
    await panel.getByRole('grid', { name: 'Changes' }).focus();
    await expect.poll(() => rowsSeen(panel)).toBeGreaterThanOrEqual(3);
    await expect(panel.getByRole('button', { name: /^Update \d+ credentials$/ })).toBeInViewport();
  },
);

test(
  'at 200 % zoom of a window of 800 x 800 nothing is beyond the edge, in any step',
  { tag: '@long' },
  async ({ world }) => {
    const viewport = { width: 400, height: 400 };
    const { panel } = await panelOn(world, 555, viewport);
    const expectAllInside = async (step: string) => {
      const beyond = () => panel.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await expect.poll(beyond, step).toBeLessThanOrEqual(0);
      await expectNothingBelow(panel);
      await expect(panel.getByRole('button', { name: 'Close', exact: true }), step).toBeInViewport({
        ratio: 1,
      });
    };
    await expect(panel.getByText('Drop a spreadsheet here')).toBeVisible();
    await expectAllInside('Upload');
    const rows = groupOf(world.platform.standIn.state(), 555)
      .slice(4)
      .map(({ id, recipient, expired_on: expiry }, n) => [
        String(id),
        recipient.name,
        n === 3 ? `new-${n}@example.org` : recipient.email,
        n === 4 ? '2096-01-31' : (expiry ?? ''),
        'x',
      ]);
    const headers = ['Credential ID', 'Recipient Name', 'Recipient Email', 'Expiry Date', 'Remark'];
    await chooseSheet(panel, { name: 'corrections of the autumn.csv', text: sheetText([headers, ...rows]) });
    await assignColumns(panel, {});
    await expectAllInside('Assign');
    await expect(panel.getByRole('button', { name: 'Review changes' })).toBeInViewport({ ratio: 1 });
    // The target of a column can be read in its box.
    const attribute = panel.getByRole('combobox', { name: 'Attribute for Credential ID' });
    expect((await attribute.boundingBox())?.width).toBeGreaterThanOrEqual(180);
    await openReview(panel);
    await expectAllInside('Review');
    await expect(panel.getByRole('button', { name: /^Update \d+ credentials$/ })).toBeInViewport({
      ratio: 1,
    });
    await panel.getByRole('grid', { name: 'Changes' }).focus();
    await expect.poll(() => rowsSeen(panel)).toBeGreaterThanOrEqual(2);
    await clearTheWay(panel);
    await beginUpdate(panel);
    await runIsFinished(panel);
    await expectAllInside('Update');
  },
);
