import { expect } from '@playwright/test';
import { panelOn, test } from './extension-test';
import { chooseSheet, groupIsRead } from './panel';

/*
 * A file that keeps SheetJS busy for hours: the worker is ended after its minute, the panel says so
 * and reads the next file.
 */

test.use({ platformOptions: { generate: 20 } });

/** SYLK of a million widths, each of 16,384 columns. */
const ENDLESS = `ID;PWXL;N;E\r\n${'F;W1 16384 5\r\n'.repeat(1_000_000)}C;Y1;X1;K"a"\r\nE\r\n`;

test('a file that never ends is given up, and the next one is read', { tag: '@long' }, async ({ world }) => {
  test.setTimeout(240_000);
  const { panel } = await panelOn(world);
  await panel
    .getByLabel('Spreadsheet file')
    // 14 MB travel to the browser first.
    .setInputFiles(
      { name: 'endless.slk', mimeType: 'text/plain', buffer: Buffer.from(ENDLESS) },
      { timeout: 60_000 },
    );
  await expect(
    panel.getByText(/^Reading endless.slk took too long and was stopped after 60 seconds\./),
  ).toBeVisible({
    timeout: 120_000,
  });
  await chooseSheet(panel, { name: 'next.csv', text: 'Credential ID,Grade\n1,A\n' });
  await groupIsRead(panel);
});
