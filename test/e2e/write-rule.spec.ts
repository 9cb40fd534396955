import { expect } from '@playwright/test';
import { panelOn, test } from './extension-test';
import {
  assignColumns,
  beginUpdate,
  chooseSheet,
  clearTheWay,
  openReview,
  runIsFinished,
  openOptions,
} from './panel';
import { groupOf, putsOf } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/* docs/product.md 2.3: "only fill what is empty" and "never change", per column. */

test.use({ platformOptions: { generate: 20 } });

test(
  'what is there stays, what is empty is filled, and a column that never changes is not sent',
  { tag: '@long' },
  async ({ world }) => {
    const { platform } = world;
    const [graded, empty] = groupOf(platform.standIn.state(), 555).slice(4);
    if (graded === undefined || empty === undefined) throw new Error('the group is too small');
    platform.standIn.edit(String(graded.id), { grade: 'Merit' });
    platform.standIn.edit(String(empty.id), { grade: null });
    const { panel } = await panelOn(world);
    await chooseSheet(panel, {
      name: 'fill.csv',
      text: sheetText([
        ['Credential ID', 'Grade', 'Recipient Name'],
        [String(graded.id), 'Distinction', 'Somebody Else'],
        [String(empty.id), 'Distinction', 'Somebody Else'],
      ]),
    });
    await assignColumns(panel, { 'Recipient Name': { attribute: 'Recipient Name' } });
    const rule = (header: string) => panel.getByRole('combobox', { name: `Write ${header}`, exact: true });
    for (const header of ['Grade', 'Recipient Name']) await openOptions(panel, header);
    await rule('Grade').selectOption({ label: 'Only fill if empty' });
    await rule('Recipient Name').selectOption({ label: 'Never change' });

    expect(await openReview(panel)).toMatchObject({ rows: 2, toUpdate: 1, unchanged: 1 });
    await panel.getByRole('button', { name: 'Kept by rule 2' }).click();
    await expect(panel.getByText('kept: never changes', { exact: true })).toHaveCount(2);
    const kept = panel.getByRole('gridcell', {
      name: 'Grade: Merit, kept: the column only fills what is empty, the sheet says “Distinction”',
    });
    await expect(kept).toBeVisible();
    await expect(kept.getByText('kept: only fills if empty')).toBeVisible();
    await panel.getByRole('button', { name: /^All rows/ }).click();
    await expect(kept).toBeVisible();
    await clearTheWay(panel);
    await beginUpdate(panel);
    await runIsFinished(panel);
    expect(putsOf(platform.standIn).map(({ id, body }) => [Number(id), body])).toEqual([
      [empty.id, { credential: { grade: 'Distinction' } }],
    ]);
  },
);
