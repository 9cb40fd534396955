import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { panelOn, reviewSheet, test, type World } from './extension-test';

/* docs/product.md 3: what is remembered is forgotten; a report is shown before it is saved. */

test.use({ platformOptions: { generate: 20 } });

async function popupOf({ browser }: World) {
  const popup = await browser.context.newPage();
  await popup.goto((await browser.background()).url().replace('background.js', 'popup.html'));
  return popup;
}

test(
  'remembered columns are forgotten in the options, and a report of a problem is saved as shown',
  { tag: '@long' },
  async ({ world }) => {
    const { panel } = await panelOn(world);
    const { id } = world.platform.standIn.state().credentials.find(({ group_id }) => group_id === 555) ?? {
      id: 0,
    };
    await reviewSheet(panel, { name: 'canary.csv', text: `Credential ID,Grade\n${id},Merit\n` });

    const popup = await popupOf(world);
    await expect(popup.getByText('No update is in progress or waiting for you.')).toBeVisible();
    const [options] = await Promise.all([
      world.browser.context.waitForEvent('page'),
      popup.getByRole('button', { name: 'Options' }).click(),
    ]);
    await expect(options.getByRole('heading', { name: 'Group 555 Production' })).toBeVisible();
    await options.getByRole('button', { name: /^Forget the columns of Group 555/ }).click();
    await expect(options.getByRole('status')).toContainText('Forgotten.');
    await expect(options.getByText('Nothing is remembered.')).toBeVisible();

    await options.getByRole('button', { name: 'Report a problem' }).click();
    const dialog = options.getByRole('dialog', { name: 'Report of a problem' });
    const text = dialog.getByLabel('Text of the file');
    await expect(text).toContainText('"update-credentials-problem"');
    const downloading = options.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save this file' }).click();
    const saved = await readFile(await (await downloading).path(), 'utf8');
    expect(saved).toBe(await text.textContent());
    for (const secret of ['canary', 'Merit', String(id), '555', 'Northfield', 'Welding'])
      expect(saved).not.toContain(secret);
  },
);
