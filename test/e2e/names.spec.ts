import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { test } from './extension-test';
import { openGroup, openPanel } from './extension-browser';
import {
  beginUpdate,
  chooseSheet,
  clearTheWay,
  groupIsRead,
  resultOf,
  runIsFinished,
  openOptions,
} from './panel';
import { at, groupOf, putsOf } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/*
 * The accessible names of docs/product.md 5, each at its place in one whole job; and what the
 * buttons of the end do.
 */

test.use({ platformOptions: { generate: 24, faults: ['slow:ms=400:method=PUT'] } });

test('the names that do not move', async ({ world }) => {
  test.setTimeout(120_000);
  const { platform, browser } = world;
  const { standIn } = platform;
  const before = standIn.state();
  const group = groupOf(before, 555).slice(4);
  const page = await browser.context.newPage();
  await openGroup(page, 555);
  await expect(page.getByRole('tab', { name: 'Update Credentials' })).toBeVisible();
  const panel = await openPanel(page);
  const steps = panel.getByRole('list', { name: 'Steps' });
  for (const step of ['Upload', 'Assign', 'Review', 'Update']) {
    await expect(steps.getByRole('button', { name: step })).toBeVisible();
  }
  await expect(panel.getByText('Northfield Institute')).toBeVisible();
  await expect(panel.getByText('Production')).toBeVisible();
  await expect(panel.getByText('Advanced Welding 2026')).toBeVisible();
  await expect(panel.getByText('412 credits')).toBeVisible();

  // Ambiguous dates, so that the format has to be chosen; a note that is skipped; one row that the
  // platform refuses.
  const rows = group.map(({ id }, n) => [
    String(id),
    n === 0 ? 'not an e-mail yet' : '',
    n % 2 === 0 ? '03/04/2095' : '05/06/2095',
    'Merit',
    'internal',
  ]);
  const headers = ['Credential ID', 'Recipient Email', 'Expiry Date', 'Grade', 'Notes'];
  await chooseSheet(panel, { name: 'names.csv', text: sheetText([headers, ...rows]) });
  await groupIsRead(panel);
  const review = panel.getByRole('button', { name: 'Review changes' });
  await expect(review).toBeDisabled();
  for (const header of headers) {
    const attribute = panel.getByRole('combobox', { name: `Attribute for ${header}`, exact: true });
    await expect(attribute.locator('option', { hasText: /^Skip$/ })).toHaveCount(1);
  }
  await panel
    .getByRole('combobox', { name: 'Attribute for Recipient Email' })
    .selectOption('Recipient Email');
  await panel.getByRole('combobox', { name: 'Attribute for Grade' }).selectOption('Grade');
  await panel.getByRole('combobox', { name: 'Attribute for Expiry Date' }).selectOption('Expiry Date');
  await expect(panel.getByRole('combobox', { name: 'Match credentials by' })).toHaveValue('credential-id');
  await openOptions(panel, 'Grade');
  await expect(panel.getByRole('combobox', { name: 'Blank cells in Grade' })).toHaveValue('keep');
  await panel.getByRole('button', { name: 'Skip the rest' }).click();
  await expect(panel.getByRole('combobox', { name: 'Attribute for Notes' })).toHaveValue('skip');
  await expect(review).toBeDisabled();
  await panel
    .getByRole('combobox', { name: 'Date format for Expiry Date' })
    .selectOption({ label: 'day / month / year' });
  await review.click();

  await expect(panel.getByRole('status', { name: 'Summary' })).toContainText('20 rows · 19 to update');
  await expect(panel.getByRole('grid', { name: 'Changes' })).toBeVisible();
  await expect(panel.getByRole('checkbox', { name: /^Confirm: / }).first()).toBeVisible();
  await clearTheWay(panel);
  await expect(panel.getByRole('button', { name: 'Update 19 credentials' })).toBeEnabled();
  // Another admin changes one of them meanwhile: a row that is not updated.
  const conflicting = at(group, 5);
  expect(standIn.edit(String(conflicting.id), { grade: 'Changed elsewhere' }).ok).toBe(true);
  await beginUpdate(panel);

  const progress = panel.getByRole('progressbar', { name: 'Update progress' });
  await expect(progress).toHaveAttribute('aria-valuemax', '19');
  await expect(panel.getByRole('button', { name: 'Cancel', exact: true })).toBeVisible();
  await panel.getByRole('button', { name: 'Pause', exact: true }).click();
  await panel.getByRole('button', { name: 'Resume', exact: true }).click();
  await runIsFinished(panel);
  const { updated, failed, credits } = await resultOf(panel);
  expect({ updated, failed }).toEqual({ updated: 18, failed: 1 });
  expect(before.issuer.certificate_left - standIn.state().issuer.certificate_left).toBe(credits);
  await expect(panel.getByText('Changed elsewhere')).toBeVisible();

  for (const [button, rowsOfFile] of [
    ['Download results', 20],
    // The conflict, and the row that was skipped because of its error.
    ['Download failed rows', 2],
  ] as const) {
    const download = page.waitForEvent('download');
    await panel.getByRole('button', { name: button }).click();
    const path = await (await download).path();
    const { read, utils } = await import('sheetjs-ce');
    const book = read(await readFile(path));
    const sheet = book.Sheets[at(book.SheetNames, 0)];
    if (sheet === undefined) throw new Error('the file has no sheet');
    const found: string[][] = utils.sheet_to_json(sheet, { header: 1 });
    expect(found).toHaveLength(rowsOfFile + 1);
    expect(at(found, 0).slice(0, headers.length)).toEqual(headers);
  }

  await panel.getByRole('link', { name: 'Review updated credentials' }).click();
  const links = panel.getByRole('link', { name: /^Open the credential of / });
  await expect(links).toHaveCount(19);
  const [link] = await Promise.all([page.context().waitForEvent('page'), links.last().click()]);
  await expect(link).toHaveURL(/^https:\/\/www\.credential\.net\//);
  await expect(link.getByText('No such credential')).toHaveCount(0);
  await link.close();

  const sent = putsOf(standIn).length;
  await panel.getByRole('button', { name: 'Undo this run' }).click();
  await expect(panel.getByRole('status', { name: 'Summary' })).toContainText('18 to update');
  expect(putsOf(standIn)).toHaveLength(sent);
  await clearTheWay(panel);
  await beginUpdate(panel);
  await runIsFinished(panel);
  const now = new Map(standIn.state().credentials.map((credential) => [credential.id, credential]));
  for (const credential of before.credentials.filter(({ id }) => id !== conflicting.id)) {
    expect(now.get(credential.id)).toEqual({ ...credential, updated_at: expect.any(String) });
  }

  await panel.getByRole('button', { name: 'Back to the group' }).click();
  await expect(page.locator('[data-update-credentials="panel"]:not([hidden])')).toHaveCount(0);
});
