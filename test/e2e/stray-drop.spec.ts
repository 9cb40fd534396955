import { writeFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { panelOn, test } from './extension-test';
import { drop } from './drop-and-paste';
import { assignColumns, chooseSheet, openReview } from './panel';
import { groupOf } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/* docs/product.md 2: the work in the panel is not lost by a slip. */

test.use({ platformOptions: { generate: 20 } });

test(
  'a file dropped where none is taken leaves the panel and the work in it',
  { tag: '@long' },
  async ({ world }, testInfo) => {
    const { platform, browser } = world;
    const { page, panel } = await panelOn(world);
    const rows = groupOf(platform.standIn.state(), 555)
      .slice(4, 7)
      .map(({ id }) => [String(id), 'Entirely new']);
    await chooseSheet(panel, { name: 'three.csv', text: sheetText([['Credential ID', 'Grade'], ...rows]) });
    await assignColumns(panel, {});
    expect(await openReview(panel)).toMatchObject({ rows: 3, toUpdate: 3 });

    const file = testInfo.outputPath('another.txt');
    await writeFile(file, 'not in place of the panel');
    const devTools = await browser.context.newCDPSession(page);
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    const tabs = browser.context.pages().length;
    const summary = panel.getByRole('status', { name: 'Summary' });
    const box = await summary.boundingBox();
    if (box === null) throw new Error('the summary is not shown');
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await devTools.send('Input.dispatchDragEvent', { type, x: box.x + 20, y: box.y + 5, data });

    // A look that only an answer of the panel can give: the page that it would have gone to has no
    // such button.
    await panel.getByRole('button', { name: 'Upload', exact: true }).click();
    await expect(
      panel.getByText('Drop a spreadsheet here').or(panel.getByText('three.csv')).first(),
    ).toBeVisible();
    await panel.getByRole('button', { name: 'Review', exact: true }).click();
    await expect(summary).toContainText('3 to update');
    expect(browser.context.pages()).toHaveLength(tabs);
  },
);

test(
  'several files dropped at once are said, none is read, and one alone is',
  { tag: '@long' },
  async ({ world }) => {
    const { panel } = await panelOn(world);
    const [first] = groupOf(world.platform.standIn.state(), 555);
    const text = sheetText([
      ['Credential ID', 'Grade'],
      [String(first?.id), 'Entirely new'],
    ]);
    await drop(panel, 'one.csv', text, 'two.csv');
    await expect(panel.getByRole('alert')).toContainText('You dropped 2 files at once');
    await expect(panel.getByRole('button', { name: 'Assign', exact: true })).toBeDisabled();
    await drop(panel, 'one.csv', text);
    await assignColumns(panel, {});
    expect(await openReview(panel)).toMatchObject({ rows: 1, toUpdate: 1 });
  },
);
