import { expect } from '@playwright/test';
import { panelOn, test } from './extension-test';
import { assignColumns, chooseSheet, groupIsRead, openReview, summaryOf } from './panel';
import { groupOf } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/*
 * The grid by keyboard (docs/product.md 2.4): e and w go to the next error and warning, Space
 * leaves out, and it is said.
 */

test.use({ platformOptions: { generate: 60 } });

test('next error, next warning, leave out', { tag: '@long' }, async ({ world }) => {
  const { platform } = world;
  const group = groupOf(platform.standIn.state(), 555).slice(4, 44);
  const rows = group.map(({ id }, n) => [
    n === 30 ? '999999999' : String(id),
    n === 12 || n === 20 ? `Somebody Else ${n}` : '',
    `Merit ${n}`,
  ]);
  const { panel } = await panelOn(world);
  const headers = ['Credential ID', 'Recipient Name', 'Location'];
  await chooseSheet(panel, { name: 'keys.csv', text: sheetText([headers, ...rows]) });
  await assignColumns(panel, { Location: { attribute: 'Grade' } });
  // Grades that all change are a warning of their own: only the rows that do not change have none.
  expect(await openReview(panel)).toMatchObject({ toUpdate: 39, errors: 1 });

  const grid = panel.getByRole('grid', { name: 'Changes' });
  const active = grid.locator('[role=row][data-active=true]');
  await grid.focus();
  await grid.press('e');
  await expect(grid).toHaveAttribute('aria-rowcount', '2');
  await expect(active).toHaveAttribute('id', 'row-32');
  await grid.press('w');
  await expect(grid).toHaveAttribute('aria-rowcount', '40');
  await expect(active).toHaveAttribute('id', 'row-2');
  await grid.press('w');
  await expect(active).toHaveAttribute('id', 'row-3');
  await grid.press('Space');
  await expect(panel.getByText('Row 3 is left out.')).toBeAttached();
  await expect.poll(() => summaryOf(panel)).toMatchObject({ toUpdate: 38, leftOut: 1 });
  await grid.press('Space');
  await expect(panel.getByText('Row 3 is included again.')).toBeAttached();
});

test(
  'next error and next warning go to the cell that has it, and what the keyboard takes back or cannot leave out is said',
  { tag: '@long' },
  async ({ world }) => {
    const { platform } = world;
    const group = groupOf(platform.standIn.state(), 555).slice(4, 12);
    const rows = group.map(({ id }, n) => [
      String(id),
      n === 2 ? 'Somebody Else' : '',
      n === 4 ? '31/02/2027' : n === 5 ? '31/04/2027' : n === 6 ? '30/06/2027' : '',
      n === 6 ? 'Merit' : '',
      n === 0 || n === 7 ? 'perhaps' : '',
    ]);
    const { panel } = await panelOn(world);
    const headers = ['Credential ID', 'Recipient Name', 'Expiry Date', 'Grade', 'Published'];
    await chooseSheet(panel, { name: 'cells.csv', text: sheetText([headers, ...rows]) });
    await assignColumns(panel, { Published: { attribute: 'Published' } });
    await openReview(panel);
    const grid = panel.getByRole('grid', { name: 'Changes' });
    const active = grid.locator('[role=gridcell][data-active=true]');
    await grid.focus();
    // From the changes, where there are two rows, to the errors, where there are four.
    await grid.press('End');
    await grid.press('e');
    await expect(active).toHaveAccessibleName(/^Published: perhaps, .*Neither yes nor no$/);
    await grid.press('e');
    await expect(active).toHaveAccessibleName(/^Expiry Date: 31\/02\/2027, .*Date not readable$/);
    await grid.press('w');
    await expect(active).toHaveAccessibleName(
      /^Recipient Name: was .*, becomes Somebody Else, another person$/,
    );

    await grid.press('ArrowRight');
    await grid.press('x');
    await expect(
      panel.getByText('Expiry Date of row 4 changes nothing: there is nothing to leave out.'),
    ).toBeAttached();
    await grid.press('Control+z');
    await expect(panel.getByText('There is no step to undo.')).toBeAttached();

    // The last of those that are shown goes out of sight once it is corrected: the keyboard is then
    // in the one before.
    await grid.press('End');
    await grid.press('e');
    await grid.press('End');
    await grid.press('ArrowRight');
    await grid.press('ArrowRight');
    await expect(active).toHaveAccessibleName(/^Published: perhaps/);
    await grid.press('Enter');
    const editor = panel.getByRole('textbox', { name: 'Correct Published, row 9' });
    await editor.fill('no');
    await editor.press('Enter');
    await expect(grid).toHaveAttribute('aria-rowcount', '4');
    await expect(grid.locator('[role=row][data-active=true]')).toHaveAttribute('id', 'row-7');
    await grid.press('Control+z');
    await expect(panel.getByText('The last step is undone.')).toBeAttached();
    await expect.poll(() => summaryOf(panel)).toMatchObject({ errors: 4 });
  },
);

test('who skips the rest with the keyboard is at what is left to do', { tag: '@long' }, async ({ world }) => {
  const { platform } = world;
  const group = groupOf(platform.standIn.state(), 555).slice(4, 9);
  const { panel } = await panelOn(world);
  const textOf = (day: string) =>
    sheetText([
      ['Credential ID', 'Expiry Date', 'Remark'],
      ...group.map(({ id }): [string, string, string] => [String(id), day, 'x']),
    ]);
  const skip = panel.getByRole('button', { name: 'Skip the rest' });
  await chooseSheet(panel, { name: 'decided.csv', text: textOf('2095-01-31') });
  await groupIsRead(panel);
  await skip.press('Enter');
  await expect(panel.getByRole('button', { name: 'Review changes' })).toBeFocused();

  await panel.getByRole('button', { name: 'Back to Upload' }).click();
  await chooseSheet(panel, { name: 'open.csv', text: textOf('05/06/2095') });
  await groupIsRead(panel);
  await skip.press('Enter');
  await expect(panel.getByText('1 date format to choose').first()).toBeFocused();
});
