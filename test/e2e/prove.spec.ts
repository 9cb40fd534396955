import { expect, type Page } from '@playwright/test';
import { panelOn, reviewSheet, test } from './extension-test';
import { runIsFinished, updateButton } from './panel';
import { startSink } from './sink';
import { sheetText } from '../fakes/sheet-text';
import { groupOf } from '../platform/platform-watch';

/* docs/product.md 4: the page "Prove it" says what is so. */

const part = (page: Page, name: string) => page.getByRole('region', { name });

test(
  '"Prove it" knows its files, sends nothing, and lists what a run has stored and sent',
  { tag: '@long' },
  async ({ world }) => {
    const [{ id, recipient } = { id: 0, recipient: { name: '' } }] = groupOf(
      world.platform.standIn.state(),
      555,
    );
    const rows = [
      ['Credential ID', 'Grade'],
      [String(id), 'Entirely new'],
    ];
    const { panel } = await panelOn(world);
    await reviewSheet(panel, { name: 'one.csv', text: sheetText(rows) });
    await updateButton(panel).click();
    await panel.getByRole('button', { name: 'Update now' }).click();
    await runIsFinished(panel);
    await panel.getByRole('button', { name: 'Help' }).click();
    const opened = world.browser.context.waitForEvent('page');
    await panel.getByRole('button', { name: 'Prove it' }).click();
    const page = await opened;

    await expect(part(page, 'What this copy may do')).toContainText('storage');
    await expect(part(page, 'Its files').getByRole('status')).toContainText(
      /\d{2,} files, each with the SHA-256/,
    );
    await expect(part(page, 'Its files').getByRole('alert')).toHaveCount(0);

    const sent = part(page, 'Sent')
      .getByRole('row')
      .filter({ hasText: 'PUT api.accredible.com/v1/credentials/…' });
    await expect(sent).toContainText('credential.grade');
    await expect(part(page, 'Stored now').getByRole('row', { name: /^entries/ })).toContainText('1 record');
    await expect(part(page, 'Stored now')).not.toContainText('Not known to this version');
    const text = await page.locator('body').innerText();
    for (const value of [String(id), recipient.name, 'Entirely new']) expect(text).not.toContain(value);

    const sink = await startSink({ hasPage: false });
    await page.getByLabel('Address and port of your listener').fill(`127.0.0.1:${sink.port}`);
    await page.getByRole('button', { name: 'Try all ways' }).click();
    await expect(page.getByRole('button', { name: 'Try all ways' })).toBeEnabled({ timeout: 60_000 });
    const ways = part(page, 'Ways out of this page');
    expect(await ways.getByRole('row').count()).toBeGreaterThan(27);
    await expect(ways).not.toContainText('Went out');
    expect(sink.arrivals).toEqual([]);
    await sink.close();
  },
);
