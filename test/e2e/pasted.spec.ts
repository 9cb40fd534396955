import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { openGroup, openPanel } from './extension-browser';
import { panelOn, test } from './extension-test';
import { chooseSheet, groupIsRead } from './panel';

/*
 * docs/product.md 2.2: cells are pasted as spreadsheet programs and pages put them on the
 * clipboard.
 */

test.use({ platformOptions: { generate: 5 } });

const copied = (name: string) =>
  readFileSync(join(import.meta.dirname, '../fixtures/clipboard', name), 'utf8');

const CLIPBOARDS = [
  ['text and HTML, of Excel', { 'text/plain': copied('cells.tsv'), 'text/html': copied('excel.html') }],
  ['HTML alone, of Google Sheets', { 'text/html': copied('google-sheets.html') }],
  ['HTML alone, of LibreOffice', { 'text/html': copied('libreoffice.html') }],
] as const;

for (const [name, clipboard] of CLIPBOARDS) {
  test(`pasted: ${name}`, { tag: '@long' }, async ({ world }) => {
    const { browser } = world;
    await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await browser.context.newPage();
    await openGroup(page, 555);
    await page.bringToFront();
    // As the other program would: on the clipboard of the machine, and then the keys.
    await page.evaluate(async (types) => {
      await navigator.clipboard.write([
        new ClipboardItem(
          Object.fromEntries(Object.entries(types).map(([type, text]) => [type, new Blob([text], { type })])),
        ),
      ]);
    }, clipboard);
    const panel = await openPanel(page);
    await panel.getByText('Drop a spreadsheet here').click();
    await page.keyboard.press('Control+V');
    // One sheet goes on to Assign by itself; its cells stand in Upload.
    await groupIsRead(panel);
    await panel.getByRole('button', { name: 'Upload', exact: true }).click();
    await expect(panel.getByRole('cell', { name: 'R&D <Lab> Oslo' })).toBeVisible();
    await expect(panel.getByRole('cell', { name: '00123' })).toBeVisible();
    await panel.getByRole('button', { name: 'Assign', exact: true }).click();
    for (const header of ['Recipient ID', 'Name', 'Issued', 'Note']) {
      await expect(panel.getByRole('combobox', { name: `Attribute for ${header}` })).toBeVisible();
    }
  });
}

test('pasted in the very moment in which the step is drawn', { tag: '@long' }, async ({ world }) => {
  const { panel } = await panelOn(world);
  await chooseSheet(panel, { name: 'first.csv', text: 'Credential ID,Grade\n1,A\n' });
  await panel.getByRole('button', { name: 'Upload', exact: true }).evaluate(
    (step: HTMLElement) =>
      new Promise<void>((resolve) => {
        // Reported before the next frame, in which what comes after drawing is done.
        new MutationObserver((_, observer) => {
          if (document.querySelector('main.upload') === null) return;
          observer.disconnect();
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', 'Credential ID\tNote\n2\tat once\n');
          document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
          resolve();
        }).observe(document.body, { childList: true, subtree: true });
        step.click();
      }),
  );
  await expect(panel.getByText('Pasted cells')).toBeVisible();
  await expect(panel.getByRole('combobox', { name: 'Attribute for Note' })).toBeVisible();
});
