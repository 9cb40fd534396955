import { expect } from '@playwright/test';
import { panelOn, test } from './extension-test';
import {
  assignColumns,
  beginUpdate,
  chooseSheet,
  clearTheWay,
  openReview,
  runIsFinished,
  summaryOf,
} from './panel';
import { at, groupOf } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/*
 * docs/product.md 2.4: nothing decided is lost when a corrected file comes, and it can still be
 * taken back.
 */

test.use({ platformOptions: { generate: 20 } });

test(
  'corrections and their history come along in a corrected file, whatever its order',
  { tag: '@long' },
  async ({ world }) => {
    const { platform } = world;
    const group = groupOf(platform.standIn.state(), 555);
    const [one, two, three] = [at(group, 4), at(group, 5), at(group, 6)].map(({ id }) => String(id));
    const { panel } = await panelOn(world);
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
    const taken = panel.getByRole('group', { name: 'Kept from the earlier version of this sheet' });
    await expect(taken).toContainText('1 corrected cell · 1 row left out');
    const undo = panel.getByRole('button', { name: 'Undo', exact: true });
    await undo.click();
    await expect.poll(() => summaryOf(panel)).toMatchObject({ toUpdate: 3, leftOut: 0 });
    await undo.click();
    await expect(grid.getByText('First')).toBeVisible();
    await expect(undo).toBeDisabled();
    await panel.getByRole('button', { name: 'Redo', exact: true }).click();
    await expect(grid.getByText('Typed')).toBeVisible();
  },
);

test(
  'another sheet has nothing of it; a version of it can do without; after its run it is done with',
  { tag: '@long' },
  async ({ world }) => {
    const { platform } = world;
    const group = groupOf(platform.standIn.state(), 555);
    const [one, two] = [at(group, 4), at(group, 5)];
    const { page, panel } = await panelOn(world);
    const grid = panel.getByRole('grid', { name: 'Changes' });
    const taken = panel.getByRole('group', { name: 'Kept from the earlier version of this sheet' });
    const review = async (name: string, header: string, values: readonly [string, string]) => {
      await chooseSheet(panel, {
        name,
        text: sheetText([
          ['Credential ID', header],
          [String(one.id), values[0]],
          [String(two.id), values[1]],
        ]),
      });
      await assignColumns(panel, {});
      return openReview(panel);
    };
    const back = () => panel.getByRole('button', { name: 'Upload', exact: true }).click();
    await review('grades.csv', 'Grade', ['First', 'Second']);
    // Typed at once, as people do: no key may be lost, nor be a command of the grid ("s" sorts, "x"
    // leaves out).
    await grid.getByText('First').dblclick();
    await page.keyboard.type('sxTyped');
    await page.keyboard.press('Enter');
    await expect(grid.getByText('sxTyped')).toBeVisible();
    await panel.getByRole('checkbox', { name: 'Include row 3' }).click();
    await expect.poll(() => summaryOf(panel)).toMatchObject({ toUpdate: 1, leftOut: 1 });

    // Opened by mistake: another sheet about the same people.
    await back();
    expect(await review('texts.csv', 'Description', ['One', 'Two'])).toMatchObject({
      toUpdate: 2,
      leftOut: 0,
    });
    await expect(taken).toHaveCount(0);

    await back();
    expect(await review('grades.csv', 'Grade', ['First', 'Second'])).toMatchObject({
      toUpdate: 1,
      leftOut: 1,
    });
    await expect(taken).toContainText('1 corrected cell · 1 row left out');
    await taken.getByRole('button', { name: 'Discard all of these' }).click();
    await expect(taken).toHaveCount(0);
    await expect.poll(() => summaryOf(panel)).toMatchObject({ toUpdate: 2, leftOut: 0 });
    await expect(grid.getByText('First')).toBeVisible();
    await panel.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(taken).toContainText('1 corrected cell · 1 row left out');

    await clearTheWay(panel);
    await beginUpdate(panel);
    await runIsFinished(panel);
    await panel.getByRole('button', { name: 'Update from another sheet' }).click();
    // Nothing of the sheet before is left to be sent again by mistake.
    await expect(panel.getByText('grades.csv')).toHaveCount(0);
    await expect(panel.getByRole('button', { name: 'Assign', exact: true })).toBeDisabled();
    expect(await review('grades.csv', 'Grade', ['First', 'Second'])).toMatchObject({
      toUpdate: 2,
      leftOut: 0,
    });
    await expect(taken).toHaveCount(0);
  },
);
