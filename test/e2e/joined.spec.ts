import { expect } from '@playwright/test';
import { panelOn, test } from './extension-test';
import { beginUpdate, chooseSheet, clearTheWay, groupIsRead, openReview, runIsFinished } from './panel';
import { groupOf, putsOf } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/* docs/product.md 2.3: two columns may be joined (First + Last name). */

test.use({ platformOptions: { generate: 20 } });

test(
  'first and last name in two columns become one name on the platform',
  { tag: '@long' },
  async ({ world }) => {
    const { platform } = world;
    const { page, panel } = await panelOn(world);
    const [one] = groupOf(platform.standIn.state(), 555).slice(4);
    if (one === undefined) throw new Error('the group is empty');
    await chooseSheet(panel, {
      name: 'crm.csv',
      text: sheetText([
        ['Credential ID', 'Last Name', 'First Name', 'Town'],
        [String(one.id), 'Quartermaine', 'Philippa', 'Leeds'],
      ]),
    });
    await groupIsRead(panel);

    // By keyboard: the offer stands beside the given name.
    const offer = panel.getByRole('button', { name: 'Join with Last Name' });
    await offer.focus();
    await page.keyboard.press('Enter');
    const joined = panel.getByRole('combobox', {
      name: 'Attribute for First Name + Last Name',
      exact: true,
    });
    await expect(joined.locator('option:checked')).toHaveText('Recipient Name');
    await expect(panel.getByRole('table').getByText('Philippa Quartermaine')).toBeVisible();

    // Apart and joined again, by the list of another column.
    await panel.getByRole('button', { name: 'Separate' }).click();
    await expect(joined).toHaveCount(0);
    await panel
      .getByRole('combobox', { name: 'Attribute for First Name', exact: true })
      .selectOption({ label: 'Join with Last Name' });
    await expect(joined.locator('option:checked')).toHaveText('Recipient Name');
    await panel.getByRole('button', { name: 'Skip the rest' }).click();

    expect(await openReview(panel)).toMatchObject({ toUpdate: 1 });
    await clearTheWay(panel);
    await beginUpdate(panel);
    await runIsFinished(panel);
    expect(putsOf(platform.standIn).map(({ id, body }) => [Number(id), body])).toEqual([
      [one.id, { credential: { recipient: { name: 'Philippa Quartermaine' } } }],
    ]);
  },
);

test(
  'half a name is kept, counted and shown, and written only where that is asked for',
  { tag: '@long' },
  async ({ world }) => {
    const { panel } = await panelOn(world);
    const [one, other] = groupOf(world.platform.standIn.state(), 555).slice(6, 8);
    await chooseSheet(panel, {
      name: 'crm.csv',
      text: sheetText([
        ['Credential ID', 'First Name', 'Last Name'],
        [String(one!.id), '', 'Gustafsson'],
        [String(other!.id), 'Philippa', 'Quartermaine'],
      ]),
    });
    await groupIsRead(panel);
    await panel.getByRole('button', { name: 'Join with Last Name' }).click();
    await expect(panel.getByText('1 value · 1 blank').last()).toBeVisible();
    await expect(panel.getByText('1 row with a blank half')).toBeVisible();
    expect(await openReview(panel)).toMatchObject({ toUpdate: 1, unchanged: 1 });
    await panel.getByRole('button', { name: /^All rows/ }).click();
    await expect(panel.getByText('kept, one of the two cells is blank')).toBeVisible();

    await panel.getByRole('button', { name: 'Assign', exact: true }).click();
    await panel
      .getByRole('combobox', { name: 'Blank cells in First Name + Last Name' })
      .selectOption({ label: 'Write what is there' });
    expect(await openReview(panel)).toMatchObject({ toUpdate: 2 });
  },
);
