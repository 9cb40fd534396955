import { expect } from '@playwright/test';
import { paste } from './drop-and-paste';
import { panelOn, test } from './extension-test';
import { groupIsRead, openReview } from './panel';
import { groupOf } from '../platform/platform-watch';

/* docs/product.md 2.2: a sheet without a header row loses no person. */

test.use({ platformOptions: { generate: 20 } });

test(
  'pasted rows without a header: the first is a row like the others, and the choice says why',
  { tag: '@long' },
  async ({ world }) => {
    const { panel } = await panelOn(world);
    const ids = groupOf(world.platform.standIn.state(), 555)
      .slice(4, 10)
      .map(({ id }) => String(id));
    await paste(panel, ids.map((id) => `${id}\tMerit with honours`).join('\n'));
    await groupIsRead(panel);
    await expect(panel.getByText('6 of 6 rows match')).toBeVisible();
    await expect(panel.getByText('100% of the values are in this group as Credential ID.')).toBeVisible();
    await expect(panel.getByText('Nothing is remembered for this sheet')).toBeVisible();
    await panel
      .getByRole('combobox', { name: 'Attribute for B', exact: true })
      .selectOption({ label: 'Grade' });

    await panel.getByRole('button', { name: 'Upload', exact: true }).click();
    const header = panel.getByRole('combobox', { name: /^Header row/ });
    await expect(header.locator('option:checked')).toHaveText('No header row');
    await expect(panel.getByText('The first row looks like the rows below it')).toBeVisible();
    await expect(panel.locator('.preview tr[data-header="true"]')).toHaveCount(0);

    await panel.getByRole('button', { name: 'Assign', exact: true }).click();
    expect(await openReview(panel)).toMatchObject({ rows: 6, toUpdate: 6 });
  },
);

test(
  'a person who may have become the header is reported, with the way out',
  { tag: '@long' },
  async ({ world }) => {
    const { panel } = await panelOn(world);
    const [one, other] = groupOf(world.platform.standIn.state(), 555).slice(4, 6);
    // Two rows: their numbers may look similar by chance.
    await paste(panel, [one, other].map((of) => `${of!.id}\tMerit`).join('\n'));
    await expect(panel.getByText(`“${one!.id}” is in row 1`)).toBeVisible();
    await panel.getByRole('button', { name: 'No header row: read row 1 too' }).click();
    await expect(panel.getByText('stands in row 1')).toHaveCount(0);
    await panel
      .getByRole('combobox', { name: 'Attribute for A', exact: true })
      .selectOption({ label: 'Credential ID' });
    await expect(panel.getByText('2 of 2 rows match')).toBeVisible();
  },
);
