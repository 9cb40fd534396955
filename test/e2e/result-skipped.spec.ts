import { expect } from '@playwright/test';
import { read, utils } from 'sheetjs-ce';
import { panelOn, test } from './extension-test';
import { fact, openHistory, runsIn, saved } from './history-dialog';
import {
  assignColumns,
  beginUpdate,
  chooseSheet,
  clearTheWay,
  openReview,
  resultOf,
  runIsFinished,
} from './panel';
import { at, groupOf } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/* docs/product.md 2.6: rows that are no part of a run do not drop out of sight. */

test.use({ platformOptions: { generate: 20 } });
const HEADER = ['Credential ID', 'Grade', 'Recipient Email'];

test(
  'skipped, left out and unchanged rows are reported at the end, in the results, and the next day',
  { tag: '@long' },
  async ({ world }) => {
    test.setTimeout(240_000);
    const some = groupOf(world.platform.standIn.state(), 555).slice(0, 5);
    const { page, panel } = await panelOn(world);
    const emailOf = (n: number) => at(some, n).recipient.email;
    const idOf = (n: number) => String(at(some, n).id);
    const rows = [
      [idOf(0), 'Merit', emailOf(0)],
      [idOf(1), 'Merit', 'nobody at nowhere'],
      [idOf(2), at(some, 2).grade ?? '', emailOf(2)],
      [idOf(3), 'Merit', emailOf(3)],
      ['1', 'Merit', ''],
      [idOf(4), 'Merit', emailOf(4)],
    ];
    await chooseSheet(panel, { name: 'six.csv', text: sheetText([HEADER, ...rows]) });
    await assignColumns(panel, {});
    await openReview(panel);
    await panel.getByRole('checkbox', { name: 'Include row 5', exact: true }).uncheck();
    await clearTheWay(panel);
    await beginUpdate(panel);
    await runIsFinished(panel);
    await expect.poll(() => resultOf(panel)).toEqual({ updated: 2, failed: 0, credits: 0 });
    await expect(panel.getByText('2 rows with errors skipped · 1 left out · 1 unchanged')).toBeVisible();

    const cellsOf = ({ bytes }: { readonly bytes: Buffer }): readonly string[][] =>
      utils.sheet_to_json(at(Object.values(read(bytes).Sheets), 0), { header: 1, defval: '' });
    const results = await saved(page, panel.getByRole('button', { name: 'Download results' }));
    expect(cellsOf(results).map((row) => `${row[3] ?? ''} | ${row[4] ?? ''}`)).toEqual([
      'Update status | Update message',
      'updated | Updated: Grade',
      expect.stringMatching(/^not sent \| E-mail not valid: .*nobody at nowhere/),
      'not sent | Nothing to change.',
      'not sent | Left out by you.',
      expect.stringMatching(/^not sent \| No credential matches: .*“1”/),
      'updated | Updated: Grade',
    ]);
    const failed = await saved(page, panel.getByRole('button', { name: 'Download failed rows' }));
    expect(cellsOf(failed).map((row) => row.slice(0, 3))).toEqual([HEADER, rows[1], rows[4]]);
    await page.close();

    // Nothing of them is stored but how many they were, which is said.
    const next = await panelOn(world);
    const history = await openHistory(next.panel);
    await runsIn(history).first().click();
    await expect(fact(history, 'Not part of it')).toHaveText(
      '2 rows with errors skipped · 1 left out · 1 unchanged',
    );
    await expect(history.getByRole('button', { name: 'Download failed rows' })).toBeDisabled();
    await expect(history).toContainText('2 rows with errors were skipped. They are not stored');
  },
);
