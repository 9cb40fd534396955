import { createHash } from 'node:crypto';
import { expect } from '@playwright/test';
import Papa from 'papaparse';
import { violationsIn } from './axe';
import { drop, paste } from './drop-and-paste';
import { panelOn, test } from './extension-test';
import { fact, MARK, openHistory, runsIn, runSheet, saved, sheetFor } from './history-dialog';
import { addOldRuns } from './old-journal';
import { beginUpdate, clearTheWay, runIsFinished, updateButton } from './panel';
import { at, groupOf } from '../platform/platform-watch';

/* docs/product.md 2.6: the history on this computer, and its export. */

test.use({ platformOptions: { generate: 20 } });

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

test(
  'a run, its repetition, a paste and an undo are reported, exported, and reported without their values',
  { tag: '@long' },
  async ({ world }) => {
    test.setTimeout(240_000);
    const { standIn } = world.platform;
    const { page, panel } = await panelOn(world);
    let history = await openHistory(panel);
    await expect(history).toContainText('No update has been run on this computer yet.');
    await page.keyboard.press('Escape');
    await expect(history).toBeHidden();

    const text = sheetFor(world.platform.standIn, 4, 12);
    const refused = at(groupOf(standIn.state(), 555), 6).id;
    standIn.setFaults([`500:method=PUT:path=/v1/credentials/${refused}`]);
    await drop(panel, 'eight.csv', text);
    await runSheet(panel);
    standIn.setFaults([]);
    await panel.getByRole('button', { name: 'Try the failed ones again' }).click();
    await expect(panel.getByRole('status').filter({ hasText: '8 updated · 0 not updated' })).toBeVisible();
    await panel.getByRole('button', { name: 'Update from another sheet' }).click();
    const pasted = sheetFor(world.platform.standIn, 12, 14).replaceAll(',', '\t');
    await paste(panel, pasted);
    await runSheet(panel);
    await panel.getByRole('button', { name: 'Undo this run' }).click();
    await expect(updateButton(panel)).toBeVisible();
    await clearTheWay(panel);
    await beginUpdate(panel);
    await runIsFinished(panel);

    history = await openHistory(panel);
    const runs = runsIn(history);
    await expect(runs).toHaveCount(4);
    const [undo, paste2, retry, first] = [0, 1, 2, 3].map((n) => runs.nth(n));
    if (undo === undefined || paste2 === undefined || retry === undefined || first === undefined) return;
    await expect(first).toContainText('eight.csv');
    await expect(first).toContainText('7 updated · 1 not updated');
    await first.click();
    await expect(first).toHaveAttribute('aria-expanded', 'true');
    await expect(fact(history, 'SHA-256')).toHaveText(sha256(text));
    await expect(fact(history, 'Account')).toContainText('Northfield Institute');
    await expect(fact(history, 'Group')).toContainText('ID 555');
    await expect(fact(history, 'Group')).toContainText('Production');
    await expect(fact(history, 'Outcomes')).toHaveText('updated7refused or failed1');
    await expect(fact(history, 'Warnings confirmed')).toContainText('Recipient names change: 8 rows');
    await expect(fact(history, 'Alarms overruled')).toHaveText('none');
    await expect(fact(history, 'Names, e-mails and values')).toContainText('kept on this computer until');
    await paste2.click();
    await expect(first).toHaveAttribute('aria-expanded', 'false');
    await expect(fact(history, 'SHA-256 of the pasted cells’ text')).toHaveText(sha256(pasted));
    await undo.click();
    await expect(fact(history, 'Undoes')).toContainText('Pasted cells');
    await retry.click();
    await expect(retry).toContainText('1 updated · 0 not updated');
    await fact(history, 'Sends again changes of')
      .getByRole('button', { name: /^eight\.csv/ })
      .click();
    await expect(first).toBeFocused();
    await expect(first).toHaveAttribute('aria-expanded', 'true');

    const json = await saved(page, history.getByRole('button', { name: 'Export as JSON' }));
    expect(json.name).toBe('update-credentials-history.json');
    const exported = JSON.parse(json.bytes.toString('utf8')) as { runs: Record<string, unknown>[] };
    expect(exported.runs).toMatchObject([
      { source: { kind: 'undo', runs: [at(exported.runs, 1)['id']] } },
      { source: { kind: 'pasted', sha256: sha256(pasted) }, outcomes: { updated: 2 } },
      { source: { kind: 'retry', runs: [at(exported.runs, 3)['id']] }, outcomes: { updated: 1 } },
      {
        fileName: 'eight.csv',
        source: { kind: 'file', sha256: sha256(text) },
        outcomes: { updated: 7, rejected: 1, conflicts: 0 },
        warningsConfirmed: [{ code: 'name-change', rows: 8 }],
      },
    ]);
    const csv = await saved(page, history.getByRole('button', { name: 'Export as CSV' }));
    const { data, errors } = Papa.parse<Record<string, string>>(csv.bytes.toString('utf8').slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(data.map((row) => [row['File'], row['Source'], row['SHA-256'], row['Updated']])).toMatchObject([
      ['Undo of Pasted cells', 'undo', '', '2'],
      ['Pasted cells', 'pasted', sha256(pasted), '2'],
      ['eight.csv', 'retry', '', '1'],
      ['eight.csv', 'file', sha256(text), '7'],
    ]);
    for (const file of [json, csv]) expect(file.bytes.toString('utf8')).not.toContain(MARK);

    // The results again, by the journal alone; then nothing of it but what is reported.
    const results = await saved(page, history.getByRole('button', { name: 'Download results' }));
    expect(results.name).toBe('eight results.xlsx');
    const { read, utils } = await import('sheetjs-ce');
    const book = read(results.bytes);
    const rows: string[][] = utils.sheet_to_json(at(Object.values(book.Sheets), 0), { header: 1 });
    expect(at(rows, 0).slice(0, 4)).toEqual(['Credential ID', 'Recipient Name', 'Grade', 'Update status']);
    expect(rows).toHaveLength(9);
    expect(rows.filter(([, , , status]) => status === 'updated')).toHaveLength(7);

    await history.getByRole('button', { name: 'Delete values now' }).click();
    const ask = panel.getByRole('dialog', { name: 'Delete the values of this run?' });
    await ask.getByRole('button', { name: 'Keep them' }).click();
    await expect(history.getByRole('button', { name: 'Download results' })).toBeVisible();
    await history.getByRole('button', { name: 'Delete values now' }).click();
    await ask.getByRole('button', { name: 'Delete the values' }).click();
    await expect(history.getByRole('status')).toHaveText(/The values of the run were deleted/);
    await expect(first).toBeFocused();
    await expect(fact(history, 'Names, e-mails and values')).toContainText('deleted from this computer on');
    await expect(fact(history, 'SHA-256')).toHaveText(sha256(text));
    await expect(first).toContainText('7 updated · 1 not updated');
    await expect(history.getByRole('button', { name: 'Download results' })).toHaveCount(0);

    // The group page is shown nothing of it.
    const seen = await page.content();
    for (const reported of [sha256(text), 'eight.csv']) expect(seen).not.toContain(reported);
  },
);

test(
  'five hundred runs of an older version: listed at once, those of this group first, by the keyboard too',
  { tag: '@long' },
  async ({ world }) => {
    const { page: tab, panel } = await panelOn(world);
    await addOldRuns(await world.browser.background(), 500);
    await panel.getByRole('button', { name: 'History', exact: true }).focus();
    await tab.keyboard.press('Enter');
    const history = panel.getByRole('dialog', { name: 'History on this computer' });
    await expect(runsIn(history).first()).toContainText('old-499.csv');
    await expect(runsIn(history)).toHaveCount(50);
    await history.getByRole('button', { name: 'Show 50 more runs' }).click();
    await expect(runsIn(history)).toHaveCount(100);
    const which = history.getByRole('combobox', { name: 'Runs of' });
    await expect(which.getByRole('option')).toHaveText(['This group (250)', 'All groups (500)']);
    await which.selectOption('All groups (500)');
    await expect(runsIn(history).first()).toContainText('old-499.csv');
    const { bytes } = await saved(tab, history.getByRole('button', { name: 'Export as CSV' }));
    expect(bytes.toString('utf8').trim().split('\r\n')).toHaveLength(501);

    await runsIn(history).first().focus();
    await tab.keyboard.press('Enter');
    await expect(fact(history, 'SHA-256')).toHaveText('not recorded');
    await expect(fact(history, 'Names, e-mails and values')).toHaveText('deleted from this computer');
    for (const colorScheme of ['light', 'dark'] as const) {
      await tab.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const width of [1280, 800]) {
        await tab.setViewportSize({ width, height: 800 });
        expect.soft(await violationsIn(tab, panel), `${colorScheme}, ${width} wide`).toEqual([]);
      }
    }
    await tab.keyboard.press('Escape');
    await expect(history).toBeHidden();
    await expect(panel.getByRole('button', { name: 'History', exact: true })).toBeFocused();
  },
);
