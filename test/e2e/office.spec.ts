import { readFileSync } from 'node:fs';
import { expect, type Frame, type Page } from '@playwright/test';
import { savedByOffice } from '../fakes/libre-office';
import { sheetText } from '../fakes/sheet-text';
import { at, groupOf, putsOf } from '../platform/platform-watch';
import { panelOn, reviewSheet, test } from './extension-test';
import {
  assignColumns,
  beginUpdate,
  clearTheWay,
  openReview,
  resultOf,
  runIsFinished,
  updateButton,
} from './panel';

/*
 * docs/product.md 3 and 2.5 with LibreOffice at work: what is dropped was written by it. Left out
 * where there is none (test/run/needs.mjs); files that it wrote once are in `npm test`
 * (test/whole-job/saved-by-office.test.ts).
 */

test.use({ platformOptions: { generate: 20 } });

const TAGS = ['@long', '@office'];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Saves what a button makes, and gives its bytes. */
async function savedBy(page: Page, panel: Frame, name: string): Promise<Uint8Array> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name, exact: true }).last().click(),
  ]);
  return new Uint8Array(readFileSync(await download.path()));
}

const drop = (panel: Frame, name: string, bytes: Uint8Array) =>
  panel.getByLabel('Spreadsheet file').setInputFiles({ name, mimeType: XLSX, buffer: Buffer.from(bytes) });

test('a download edited by LibreOffice changes exactly what was edited', { tag: TAGS }, async ({ world }) => {
  test.setTimeout(300_000);
  const { standIn } = world.platform;
  const group = groupOf(standIn.state(), 555);
  const [named, dated, both, moved] = [at(group, 1), at(group, 2), at(group, 4), at(group, 5)];
  for (const { id } of [both, moved]) standIn.edit(String(id), { grade: 'Pass' });
  const { page, panel } = await panelOn(world);
  await panel.getByRole('button', { name: 'Download this group' }).click();
  await expect(panel.getByRole('dialog', { name: 'Download this group' })).toBeVisible();
  const download = await savedBy(page, panel, 'Download');

  // Meanwhile somebody edits two of them in the dashboard.
  for (const { id } of [both, moved]) standIn.edit(String(id), { grade: 'Merit' });
  const edited = await savedByOffice(download, [
    { kind: 'type', row: String(named.id), header: 'Recipient Name', text: 'Grace "Amazing" Hopper' },
    { kind: 'type', row: String(dated.id), header: 'Expiry Date', text: '2088-05-06' },
    { kind: 'type', row: String(both.id), header: 'Grade', text: 'Distinction' },
    { kind: 'sort', header: 'Recipient Email' },
    { kind: 'move', header: 'Grade', before: 'Recipient Name' },
  ]);
  const before = putsOf(standIn).length;
  await drop(panel, 'group edited.xlsx', edited);
  await expect(panel.getByText(/^Downloaded from this group on/)).toBeVisible();
  await assignColumns(panel, {});
  expect(await openReview(panel)).toMatchObject({ rows: 20, toUpdate: 3, errors: 0 });
  // The conflict is shown with its three values: exported, in the sheet, and on the platform now.
  await panel.getByRole('button', { name: /^Changed on Accredible since your download 2$/ }).click();
  const conflict = panel.getByRole('row').filter({ hasText: both.recipient.email });
  for (const value of ['Pass', 'Distinction', 'Merit']) await expect(conflict).toContainText(value);
  await expect(panel.getByText('kept: not edited by you')).toHaveCount(1);

  await clearTheWay(panel);
  await beginUpdate(panel);
  await runIsFinished(panel);
  await expect.poll(() => resultOf(panel)).toMatchObject({ updated: 3, failed: 0 });
  const written = new Set(
    putsOf(standIn)
      .slice(before)
      .map(({ id }) => Number(id)),
  );
  expect(written).toEqual(new Set([named.id, dated.id, both.id].map(Number)));
  const now = groupOf(standIn.state(), 555);
  expect(at(now, 1).recipient.name).toBe('Grace "Amazing" Hopper');
  expect(at(now, 2).expired_on).toBe('2088-05-06');
  expect([at(now, 4).grade, at(now, 5).grade]).toEqual(['Distinction', 'Merit']);
});

test('a backup that LibreOffice has saved is an undo', { tag: TAGS }, async ({ world }) => {
  test.setTimeout(300_000);
  const { standIn } = world.platform;
  const before = groupOf(standIn.state(), 555);
  const { page, panel } = await panelOn(world);
  await reviewSheet(panel, {
    name: 'five.csv',
    text: sheetText([
      ['Credential ID', 'Recipient Name', 'Expiry Date'],
      ...before.slice(0, 5).map(({ id, recipient }) => [String(id), `${recipient.name} Stone`, '2088-05-06']),
    ]),
  });
  await updateButton(panel).click();
  await panel.getByText('To be on the safe side').click();
  const backup = await savedBy(page, panel, 'Save a backup of 5 credentials');
  await panel.getByRole('button', { name: 'Update now' }).click();
  await runIsFinished(panel);
  const values = (all: typeof before) =>
    all.map(({ id, recipient, grade, issued_on, expired_on }) => ({
      ...{ id, recipient, grade, issued_on, expired_on },
    }));
  expect(values(groupOf(standIn.state(), 555))).not.toEqual(values(before));

  await panel.getByRole('button', { name: 'Update from another sheet' }).click();
  await drop(panel, 'backup.xlsx', await savedByOffice(backup, []));
  await expect(panel.getByText(/^Backup of 5 credentials from/)).toBeVisible();
  await assignColumns(panel, {});
  expect(await openReview(panel)).toMatchObject({ rows: 5, toUpdate: 5, errors: 0 });
  await clearTheWay(panel);
  await beginUpdate(panel);
  await runIsFinished(panel);
  await expect.poll(() => resultOf(panel)).toMatchObject({ updated: 5, failed: 0 });
  expect(values(groupOf(standIn.state(), 555))).toEqual(values(before));
});
