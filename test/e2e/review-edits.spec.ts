import { expect, type Frame } from '@playwright/test';
import { FIXES, FIXES_HEADER, fixesState } from '../fixtures/e2e/fixes';
import { panelOn, test } from './extension-test';
import {
  assignColumns,
  beginUpdate,
  chooseSheet,
  clearTheWay,
  openReview,
  resultOf,
  runIsFinished,
  summaryLine,
  openTool,
} from './panel';
import { at, expectState, groupOf, writesOf, type WantedFields } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/*
 * Correcting a sheet in the review (docs/product.md 2.4): what is sent is what was corrected,
 * chosen and left in, nothing else.
 */

test.use({ platformOptions: { state: fixesState() } });

/** A row of the grid by its number in the sheet, and one of its cells by the column's name. */
const rowAt = (panel: Frame, row: number) =>
  panel
    .getByRole('grid', { name: 'Changes' })
    .getByRole('row')
    .filter({ has: panel.getByRole('checkbox', { name: `Include row ${row}`, exact: true }) });
const cellAt = (panel: Frame, row: number, column: 'Recipient' | 'Name' | 'Grade' | 'Expiry') =>
  rowAt(panel, row).getByRole('gridcell').nth({ Recipient: 2, Name: 3, Grade: 4, Expiry: 5 }[column]);

async function decideColumns(panel: Frame): Promise<void> {
  await assignColumns(
    panel,
    {
      'Recipient ID': { attribute: 'Recipient ID' },
      'Recipient Name': { attribute: 'Recipient Name' },
      Grade: { attribute: 'Grade' },
      'Expiry Date': { attribute: 'Expiry Date' },
    },
    'Recipient ID',
  );
}

test('what is corrected, chosen and left in is what is sent', { tag: '@long' }, async ({ world }) => {
  test.setTimeout(120_000);
  const { standIn } = world.platform;
  const before = standIn.state();
  const group = groupOf(before, 555);
  const { panel } = await panelOn(world);
  await chooseSheet(panel, { name: 'fixes.csv', text: sheetText([FIXES_HEADER, ...FIXES]) });
  await decideColumns(panel);
  expect(await openReview(panel)).toMatchObject({ toUpdate: 5, errors: 3, notMatched: 1 });
  const summary = summaryLine(panel);
  await panel.getByRole('button', { name: /^All rows/ }).click();

  // Find and replace tells what it would do; it can be taken back and done again.
  await openTool(panel, 'Find and replace');
  await panel.getByRole('combobox', { name: 'Column' }).selectOption({ label: 'Grade' });
  await panel.getByRole('textbox', { name: 'Find', exact: true }).fill('merti');
  await panel.getByRole('textbox', { name: 'Replace with' }).fill('Merit');
  await panel.getByRole('button', { name: 'Replace 2 cells' }).click();
  await expect(cellAt(panel, 4, 'Grade')).toHaveAccessibleName(/becomes Merit/);
  const grid = panel.getByRole('grid', { name: 'Changes' });
  await grid.press('Control+z');
  await expect(cellAt(panel, 4, 'Grade')).toHaveAccessibleName(/becomes merti/);
  await grid.press('Control+Shift+Z');
  await expect(cellAt(panel, 4, 'Grade')).toHaveAccessibleName(/becomes Merit/);

  // A key that matches nothing is typed again in the recipient's cell.
  await cellAt(panel, 5, 'Recipient').click();
  await grid.press('F2');
  const key = panel.getByRole('textbox', { name: 'Correct Recipient ID, row 5' });
  await key.fill('K-13');
  await key.press('Enter');
  await expect(summary).toContainText('6 to update');
  await expect(grid).toBeFocused();

  // One of two credentials is chosen by what they differ in.
  await panel.getByRole('button', { name: 'Choose the credential for row 6' }).click();
  const choice = panel.getByRole('dialog', { name: 'Which credential is row 6 about?' });
  await expect(choice).toContainText(at(group, 4).recipient.name);
  await choice.getByRole('button', { name: `Choose credential ${at(group, 5).id}` }).click();
  await expect(summary).toContainText('7 to update');

  // Esc leaves a cell as it was; Enter takes what was typed, and the row is judged at once.
  const day = () => panel.getByRole('textbox', { name: 'Correct Expiry Date, row 7' });
  await cellAt(panel, 7, 'Expiry').dblclick();
  await day().fill('2085-02-27');
  await day().press('Escape');
  await expect(cellAt(panel, 7, 'Expiry')).toContainText('2085-02-31');
  await grid.press('Enter');
  await day().fill('2085-02-28');
  await day().press('Enter');
  await expect(summary).toContainText('8 to update');

  // A block is pasted from the active cell on.
  await cellAt(panel, 2, 'Grade').click();
  await grid.evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Distinction\r\nHonours\r\n');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(cellAt(panel, 3, 'Grade')).toHaveAccessibleName(/becomes Honours/);

  // One cell and one row are left out.
  await cellAt(panel, 8, 'Name').click();
  await grid.press('x');
  await expect(cellAt(panel, 8, 'Name')).toContainText('left out');
  await rowAt(panel, 9).getByRole('checkbox').uncheck();
  await expect(summary).toContainText('1 left out');

  // Back to Assign and on again: nothing of it is lost.
  await panel.getByRole('button', { name: 'Back to Assign' }).click();
  await panel.getByRole('combobox', { name: 'Blank cells in Grade' }).selectOption({ label: 'Clear' });
  await panel.getByRole('combobox', { name: 'Blank cells in Grade' }).selectOption({ label: 'Keep' });
  expect(await openReview(panel)).toMatchObject({ toUpdate: 7, errors: 0, leftOut: 1 });
  expect(writesOf(standIn)).toEqual([]);

  await clearTheWay(panel);
  await beginUpdate(panel);
  await runIsFinished(panel);
  await expect.poll(() => resultOf(panel)).toMatchObject({ updated: 7, failed: 0 });
  const wanted: readonly (readonly [number, WantedFields])[] = [
    [10, { grade: 'Distinction' }],
    [11, { grade: 'Honours' }],
    [12, { grade: 'Merit' }],
    [13, { grade: 'Pass' }],
    [5, { grade: 'Pass' }],
    [14, { expired_on: '2085-02-28' }],
    [15, { grade: 'Pass' }],
  ];
  expectState(standIn.state(), before, new Map(wanted.map(([n, fields]) => [at(group, n).id, fields])), 0);
});
