import { expect } from '@playwright/test';
import { panelOn, test } from './extension-test';
import { chooseSheet, groupIsRead } from './panel';

/*
 * A worker that is busy for ever is ended after its minute: the panel says so and reads the next
 * file. No file is known that keeps it busy for so long, so the test does.
 */

test.use({ platformOptions: { generate: 20 } });

/** Keeps a thread busy until it is ended. */
function forEver(): void {
  for (;;);
}

test('a file that never ends is given up, and the next one is read', { tag: '@long' }, async ({ world }) => {
  test.setTimeout(240_000);
  const { page, panel } = await panelOn(world);
  await chooseSheet(panel, { name: 'first.csv', text: 'Credential ID,Grade\n1,A\n' });
  await groupIsRead(panel);
  await panel.getByRole('button', { name: 'Upload', exact: true }).click();
  const [worker] = page.workers();
  if (worker === undefined) throw new Error('there is no sheet worker');
  // From now on it answers nothing, this call neither.
  worker.evaluate(forEver).catch(() => undefined);
  await panel
    .getByLabel('Spreadsheet file')
    .setInputFiles({ name: 'endless.csv', mimeType: 'text/csv', buffer: Buffer.from('Credential ID\n1\n') });
  await expect(
    panel.getByText(/^Reading endless.csv took too long and was stopped after 60 seconds\./),
  ).toBeVisible({
    timeout: 120_000,
  });
  await chooseSheet(panel, { name: 'next.csv', text: 'Credential ID,Grade\n1,A\n' });
  await groupIsRead(panel);
});
