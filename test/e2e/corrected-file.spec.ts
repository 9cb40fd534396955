import { expect, test } from '@playwright/test';
import { startStandIn } from '../platform/serve';
import { launchWithExtension, openGroup, openPanel } from './extension-browser';
import { assignColumns, chooseSheet, openReview, summaryOf } from './panel';
import { at, groupOf } from './platform-watch';
import { sheetText } from './sheet-text';

/* product.md 2.4: nothing decided is lost when a corrected file comes, and it can still be taken back. */

test('corrections and their history come along in a corrected file, whatever its order', async () => {
  const platform = await startStandIn({ generate: 20, port: 0, rate: 0 });
  const browser = await launchWithExtension({ platformPort: platform.port });
  try {
    const group = groupOf(platform.standIn.state(), 555);
    const [one, two, three] = [at(group, 4), at(group, 5), at(group, 6)].map(({ id }) => String(id));
    const page = await browser.context.newPage();
    await openGroup(page, 555);
    const panel = await openPanel(page);
    const sheet = (rows: readonly (readonly string[])[]) => sheetText([['Credential ID', 'Grade'], ...rows]);
    await chooseSheet(panel, {
      name: 'first.csv',
      text: sheet([
        [String(one), 'First'],
        [String(two), 'Second'],
      ]),
    });
    await assignColumns(panel, {});
    expect(await openReview(panel)).toMatchObject({ toUpdate: 2 });
    const grid = panel.getByRole('grid', { name: 'Changes' });
    await grid.getByText('First').dblclick();
    const editor = panel.getByRole('textbox', { name: 'Correct Grade, row 2' });
    await editor.fill('Typed');
    await editor.press('Enter');
    await expect(grid.getByText('Typed')).toBeVisible();
    await panel.getByRole('checkbox', { name: 'Include row 3' }).click();
    await expect.poll(() => summaryOf(panel)).toMatchObject({ toUpdate: 1, leftOut: 1 });

    // The corrected file: another order, and a row more.
    await panel.getByRole('button', { name: 'Upload', exact: true }).click();
    await chooseSheet(panel, {
      name: 'second.csv',
      text: sheet([
        [String(three), 'Third'],
        [String(two), 'Second'],
        [String(one), 'First'],
      ]),
    });
    expect(await openReview(panel)).toMatchObject({ rows: 3, toUpdate: 2, leftOut: 1 });
    await expect(grid.getByText('Typed')).toBeVisible();
    const undo = panel.getByRole('button', { name: 'Undo', exact: true });
    await undo.click();
    await expect.poll(() => summaryOf(panel)).toMatchObject({ toUpdate: 3, leftOut: 0 });
    await undo.click();
    await expect(grid.getByText('First')).toBeVisible();
    await expect(undo).toBeDisabled();
    await panel.getByRole('button', { name: 'Redo', exact: true }).click();
    await expect(grid.getByText('Typed')).toBeVisible();
  } finally {
    await browser.close();
    await platform.close();
  }
});
