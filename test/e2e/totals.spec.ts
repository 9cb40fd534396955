import { expect } from '@playwright/test';
import { panelOn, test } from './extension-test';
import { chooseSheet, groupIsRead } from './panel';
import { groupOf } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/*
 * docs/product.md 2.2: total rows are handled, and what nobody chose to leave out is said where
 * everybody comes by.
 */

test.use({ platformOptions: { generate: 20 } });

test(
  'rows that look like totals are named in Assign, which a sheet without a choice opens at once',
  { tag: '@long' },
  async ({ world }) => {
    const ids = groupOf(world.platform.standIn.state(), 555)
      .slice(0, 3)
      .map(({ id }) => String(id));
    const { panel } = await panelOn(world);
    const rows = ids.map((id) => [id, 'Merit', 'x']);
    const headers = ['Credential ID', 'Grade', 'Remark'];
    await chooseSheet(panel, { name: 'one.csv', text: sheetText([headers, ...rows, ['Total', '', '']]) });
    await groupIsRead(panel);
    await expect(panel.getByText('Row 5 looks like a total and is left out.')).toBeVisible();
    await panel.getByRole('button', { name: 'Upload', exact: true }).click();
    const text = sheetText([headers, ...rows, ['Subtotal', '', ''], ...rows, ['Total', '', '']]);
    await chooseSheet(panel, { name: 'two.csv', text });
    await expect(panel.getByText('2 rows look like totals and are left out: 5, 9.')).toBeVisible();
  },
);
