import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import Papa from 'papaparse';
import { eachWithExtension, panelOn, reviewSheet } from './each-with-extension';
import { beginUpdate, resultOf, runIsFinished } from './panel';
import { at, expectState, groupOf, putsOf, type WantedFields } from './platform-watch';
import { sheetText } from './sheet-text';

/* docs/product.md 2.6: the rows that failed, as a CSV, can be dropped again as they are. */

const world = eachWithExtension({ generate: 20 });

test('the failed rows as CSV hold no formula, and dropped again they are the same rows', async () => {
  const { standIn } = world.platform;
  const before = standIn.state();
  const odd = ['=1+1', '+1', '-5', '@A', "'=A", '007'];
  // Enough of them that the pause after five faults finds some that are still to be sent.
  const grades = [...odd, ...odd];
  const ids = groupOf(before, 555)
    .slice(0, grades.length)
    .map(({ id }) => id);
  const { page, panel } = await panelOn(world);
  const rows = ids.map((id, row) => [String(id), at(grades, row)]);
  await reviewSheet(panel, { name: 'twelve.csv', text: sheetText([['Credential ID', 'Grade'], ...rows]) });
  standIn.setFaults(['500:method=PUT']);
  await beginUpdate(panel);
  // A server's fault of every row: it pauses, and the rest is cancelled.
  await expect(panel.getByRole('alert')).toContainText('the platform did not carry out');
  await panel.getByRole('button', { name: 'Cancel', exact: true }).click();
  await runIsFinished(panel);
  await expect.poll(() => resultOf(panel)).toMatchObject({ updated: 0, failed: ids.length });
  standIn.setFaults([]);

  await panel.getByRole('combobox', { name: 'File format' }).selectOption('CSV');
  const downloading = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Download failed rows' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('twelve failed rows.csv');
  const text = (await readFile(await download.path())).toString('utf8');
  expect(text.startsWith('\uFEFF"Credential ID","Grade","Update status"')).toBe(true);
  expect(text).toContain(`"${at(ids, 0)}","'=1+1"`);
  expect(text).not.toMatch(/(?:^|,)"[=+\-@]/m);

  // As a spreadsheet program saves it anew: by semicolons, without quotes, with no mark of its bytes.
  const anew = Papa.unparse(Papa.parse(text.slice(1), { skipEmptyLines: true }).data, { delimiter: ';' });
  expect(anew).toContain(`;'@A;`);
  const from = standIn.log.length;
  await panel.getByRole('button', { name: 'Update from another sheet' }).click();
  const summary = await reviewSheet(panel, { name: 'twelve failed rows.csv', text: anew });
  expect(summary).toMatchObject({ rows: ids.length, toUpdate: ids.length, errors: 0 });
  await beginUpdate(panel);
  await runIsFinished(panel);
  expect(
    putsOf(standIn, from)
      .map(({ id }) => Number(id))
      .toSorted(),
  ).toEqual(ids.toSorted());
  const wanted = new Map<number, WantedFields>(ids.map((id, row) => [id, { grade: at(grades, row) }]));
  expectState(standIn.state(), before, wanted, 0);
});
