import { expect } from '@playwright/test';
import { read, utils } from 'sheetjs-ce';
import { panelOn, test } from './extension-test';
import { saved } from './history-dialog';
import {
  assignColumns,
  beginUpdate,
  chooseSheet,
  clearTheWay,
  openReview,
  openTool,
  resultOf,
  runIsFinished,
} from './panel';
import { at, expectState, groupOf, putsOf, type WantedFields } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/*
 * docs/product.md 2.6: where a cell was corrected in the review, the results have what was
 * confirmed.
 */

test.use({ platformOptions: { generate: 20 } });

const HEADER = ['Credential ID', 'Expires', 'Grade'];
const COLUMNS = {
  Expires: { attribute: 'Expiry Date', dateFormat: 'day / month / year' },
  Grade: { attribute: 'Grade' },
} as const;

test(
  'corrected cells stand in the results and in the failed rows, which dropped again are what was confirmed',
  { tag: '@long' },
  async ({ world }) => {
    test.setTimeout(240_000);
    const { standIn } = world.platform;
    const before = standIn.state();
    const [first, second, third] = [0, 1, 2].map((n) => at(groupOf(before, 555), n).id);
    if (first === undefined || second === undefined || third === undefined) return;
    const { page, panel } = await panelOn(world);
    const rows = [
      [first, '01/02/2085', 'Merrit'],
      [second, '03/04/2085', 'Merrit'],
      [third, '05/06/2085', 'Pass'],
    ].map((row) => row.map(String));
    await chooseSheet(panel, { name: 'three.csv', text: sheetText([HEADER, ...rows]) });
    await assignColumns(panel, COLUMNS);
    await openReview(panel);
    await openTool(panel, 'Find and replace');
    await panel.getByRole('combobox', { name: 'Column' }).selectOption({ label: 'Grade' });
    await panel.getByRole('textbox', { name: 'Find', exact: true }).fill('Merrit');
    await panel.getByRole('textbox', { name: 'Replace with' }).fill('Merit');
    await panel.getByRole('button', { name: 'Replace 2 cells' }).click();
    const row = panel
      .getByRole('row')
      .filter({ has: panel.getByRole('checkbox', { name: 'Include row 3', exact: true }) });
    await row.getByRole('gridcell').nth(3).dblclick();
    const day = panel.getByRole('textbox', { name: 'Correct Expiry Date, row 3' });
    await day.fill('04/03/2085');
    await day.press('Enter');
    await expect(row.getByRole('gridcell').nth(3)).toContainText('Mar 4, 2085');
    await clearTheWay(panel);
    standIn.setFaults([`500:method=PUT:path=/v1/credentials/${second}`]);
    await beginUpdate(panel);
    await runIsFinished(panel);
    await expect.poll(() => resultOf(panel)).toMatchObject({ updated: 2, failed: 1 });
    standIn.setFaults([]);

    const results = await saved(page, panel.getByRole('button', { name: 'Download results' }));
    const sheet = at(Object.values(read(results.bytes).Sheets), 0);
    const cells: string[][] = utils.sheet_to_json(sheet, { header: 1 });
    expect(cells.slice(1).map((row) => row.slice(0, 3))).toEqual([
      [String(first), '01/02/2085', 'Merit'],
      [String(second), '04/03/2085', 'Merit'],
      [String(third), '05/06/2085', 'Pass'],
    ]);
    await panel.getByRole('combobox', { name: 'File format' }).selectOption('CSV');
    const failed = await saved(page, panel.getByRole('button', { name: 'Download failed rows' }));

    // The failed row alone is sent again as it was confirmed.
    await panel.getByRole('button', { name: 'Update from another sheet' }).click();
    await chooseSheet(panel, { name: failed.name, text: failed.bytes.toString('utf8') });
    await assignColumns(panel, COLUMNS);
    expect(await openReview(panel)).toMatchObject({ rows: 1, toUpdate: 1, errors: 0 });
    await clearTheWay(panel);
    const from = standIn.log.length;
    await beginUpdate(panel);
    await runIsFinished(panel);
    await expect.poll(() => resultOf(panel)).toMatchObject({ updated: 1, failed: 0 });
    expect(putsOf(standIn, from).map(({ id }) => Number(id))).toEqual([second]);
    const wanted = new Map<number, WantedFields>([
      [first, { expired_on: '2085-02-01', grade: 'Merit' }],
      [second, { expired_on: '2085-03-04', grade: 'Merit' }],
      [third, { expired_on: '2085-06-05', grade: 'Pass' }],
    ]);
    expectState(standIn.state(), before, wanted, 0);

    // Nothing of the whole result is left to do.
    await panel.getByRole('button', { name: 'Update from another sheet' }).click();
    await panel.getByLabel('Spreadsheet file').setInputFiles({
      name: results.name,
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: results.bytes,
    });
    await assignColumns(panel, COLUMNS);
    expect(await openReview(panel)).toMatchObject({ rows: 3, unchanged: 3, toUpdate: 0, errors: 0 });
  },
);
