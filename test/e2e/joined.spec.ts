import { expect, test } from '@playwright/test';
import { eachWithExtension, panelOn } from './each-with-extension';
import { beginUpdate, chooseSheet, clearTheWay, groupIsRead, openReview, runIsFinished } from './panel';
import { groupOf, putsOf } from './platform-watch';
import { sheetText } from './sheet-text';

/* product.md 2.3: two columns may be joined (First + Last name). */

const world = eachWithExtension({ generate: 20 });

test('first and last name in two columns become one name on the platform', async () => {
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
  await expect(panel.getByText('Philippa Quartermaine')).toBeVisible();

  // Apart and joined again, by the list of another column.
  await panel.getByRole('button', { name: 'Take apart' }).click();
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
});
