import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { edited } from '../fakes/edited-workbook';
import { at, groupOf, putsOf } from '../platform/platform-watch';
import { panelOn, test } from './extension-test';
import { assignColumns, beginUpdate, clearTheWay, openReview, resultOf, runIsFinished } from './panel';

/*
 * docs/product.md 3: the group is downloaded, edited, and dropped again; only what was edited
 * changes.
 */

test.use({ platformOptions: { generate: 20 } });

test('a download that was sorted and edited changes exactly the edited cells', async ({ world }, info) => {
  const { standIn } = world.platform;
  const group = groupOf(standIn.state(), 555);
  const [named, dated, both, moved] = [1, 2, 4, 5].map((nth) => at(group, nth));
  if (named === undefined || dated === undefined || both === undefined || moved === undefined) return;
  for (const { id } of [both, moved]) standIn.edit(String(id), { grade: 'Pass' });
  const { page, panel } = await panelOn(world);

  await panel.getByRole('button', { name: 'Download this group' }).click();
  const dialog = panel.getByRole('dialog', { name: 'Download this group' });
  await expect(dialog.getByRole('checkbox', { name: /^Credential ID/ })).toBeDisabled();
  await expect(dialog.getByRole('checkbox', { name: /^Recipient Name/ })).toBeChecked();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download', exact: true }).click(),
  ]);
  await expect(dialog).toHaveCount(0);
  const file = info.outputPath(download.suggestedFilename());
  expect(file).toMatch(/\.xlsx$/);
  await download.saveAs(file);

  // Meanwhile somebody edits two of them in the dashboard.
  for (const { id } of [both, moved]) standIn.edit(String(id), { grade: 'Merit' });
  const bytes = edited(new Uint8Array(readFileSync(file)), (sheet) => {
    sheet.set(String(named.id), 'Recipient Name', `${named.recipient.name} Stone`);
    sheet.set(String(dated.id), 'Expiry Date', '2088-05-06');
    sheet.set(String(both.id), 'Grade', 'Distinction');
    sheet.sortBy('Recipient Email');
    sheet.moveColumn('Grade', 1);
  });
  const before = putsOf(standIn).length;
  await panel.getByLabel('Spreadsheet file').setInputFiles({
    name: 'group edited.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  });
  await expect(panel.getByText(/^Downloaded from this group on/)).toBeVisible();
  await assignColumns(panel, {});
  expect(await openReview(panel)).toMatchObject({ toUpdate: 3, errors: 0 });
  await expect(
    panel.getByRole('checkbox', { name: 'Confirm: Changed on Accredible since your download' }),
  ).toBeVisible();
  const back = panel.getByRole('checkbox', { name: /^Write back cells that you did not edit/ });
  await expect(back).not.toBeChecked();
  await panel.getByRole('button', { name: /^Changed on Accredible since your download 2$/ }).click();
  await expect(panel.getByText('kept: not edited by you')).toBeVisible();
  await expect(panel.getByText(/^changed since/)).toBeVisible();

  await clearTheWay(panel);
  await beginUpdate(panel);
  await runIsFinished(panel);
  await expect.poll(() => resultOf(panel)).toMatchObject({ updated: 3, failed: 0 });
  const written = putsOf(standIn)
    .slice(before)
    .map(({ id }) => Number(id));
  expect(written.toSorted((one, other) => one - other)).toEqual(
    [named.id, dated.id, both.id].map(Number).toSorted((one, other) => one - other),
  );
  const now = groupOf(standIn.state(), 555);
  expect([at(now, 4).grade, at(now, 5).grade]).toEqual(['Distinction', 'Merit']);
});
