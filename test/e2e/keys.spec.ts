import { expect, test } from '@playwright/test';
import { eachWithExtension, panelOn } from './each-with-extension';
import { assignColumns, chooseSheet, openReview, summaryOf } from './panel';
import { groupOf } from './platform-watch';
import { sheetText } from './sheet-text';

/* The grid by keyboard (product.md 2.4): e and w go to the next error and warning, Space leaves out, and it is said. */

const world = eachWithExtension({ generate: 60 });

test('next error, next warning, leave out', async () => {
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
