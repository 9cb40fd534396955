import { expect } from '@playwright/test';
import { panelOn, test } from './extension-test';
import { fact, openHistory, runsIn, runSheet, saved } from './history-dialog';
import { beginUpdate, chooseSheet, clearTheWay, resultOf, runIsFinished, updateButton } from './panel';
import { at, expectState, groupOf, putsOf } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/*
 * docs/product.md 2.6: what can be done with a finished run can be done the next day as well, from
 * the history.
 */

test.use({ platformOptions: { generate: 20 } });

test(
  'after a reload a run is tried again, its failed rows are saved, and it is undone, once',
  { tag: '@long' },
  async ({ world }) => {
    test.setTimeout(240_000);
    const { standIn } = world.platform;
    const before = standIn.state();
    const some = groupOf(before, 555).slice(0, 8);
    const ids = some.map(({ id }) => id);
    const refused = at(ids, 3);
    /** State after the undo of all but the one that was tried again. */
    const left = new Map(some.map(({ id, grade }) => [id, { grade: id === refused ? 'Merit' : grade }]));
    const sheet = {
      name: 'eight.csv',
      text: sheetText([['Credential ID', 'Grade'], ...ids.map((id) => [String(id), 'Merit'])]),
    };
    const first = await panelOn(world);
    await chooseSheet(first.panel, sheet);
    standIn.setFaults([`500:method=PUT:path=/v1/credentials/${refused}`]);
    await runSheet(first.panel);
    standIn.setFaults([]);
    await first.page.close();

    // In another group it is reported where it can be done; the failed rows are to be had there
    // too.
    const elsewhere = await panelOn(world, 556);
    let history = await openHistory(elsewhere.panel);
    await runsIn(history).first().click();
    await expect(history.getByRole('button', { name: 'Undo this run' })).toBeDisabled();
    await expect(history.getByRole('button', { name: 'Try the failed ones again' })).toBeDisabled();
    await expect(history).toContainText('To undo it or to try it again, open its group');
    const failed = await saved(elsewhere.page, history.getByRole('button', { name: 'Download failed rows' }));
    expect(failed.name).toBe('eight failed rows.xlsx');
    await elsewhere.page.close();

    const { panel } = await panelOn(world);
    history = await openHistory(panel);
    await runsIn(history).first().click();
    let from = standIn.log.length;
    await history.getByRole('button', { name: 'Try the failed ones again' }).click();
    await expect(history).toBeHidden();
    await runIsFinished(panel);
    await expect.poll(() => resultOf(panel)).toMatchObject({ updated: 8, failed: 0 });
    expect(putsOf(standIn, from).map(({ id }) => Number(id))).toEqual([refused]);
    expectState(standIn.state(), before, new Map(ids.map((id) => [id, { grade: 'Merit' }])), 0);

    // A sheet in hand is not thrown away unasked.
    await panel.getByRole('button', { name: 'Update from another sheet' }).click();
    await chooseSheet(panel, { ...sheet, name: 'in hand.csv' });
    history = await openHistory(panel);
    await runsIn(history).nth(1).click();
    await expect(fact(history, 'Sent again by')).toContainText('eight.csv');
    await history.getByRole('button', { name: 'Undo this run' }).click();
    const ask = panel.getByRole('dialog', { name: 'Undo this run instead of the sheet that is open?' });
    await expect(ask).toContainText('in hand.csv');
    await ask.getByRole('button', { name: 'Keep the sheet' }).click();
    await expect(history).toBeVisible();
    await history.getByRole('button', { name: 'Undo this run' }).click();
    await ask.getByRole('button', { name: 'Undo the run' }).click();
    await expect(updateButton(panel)).toHaveText('Update 7 credentials');
    await clearTheWay(panel);
    from = standIn.log.length;
    await beginUpdate(panel);
    await runIsFinished(panel);
    await expect.poll(() => resultOf(panel)).toMatchObject({ updated: 7, failed: 0 });
    expectState(standIn.state(), before, left, 0);

    // It is marked, and there is nothing left to take back.
    history = await openHistory(panel);
    const undone = runsIn(history).nth(2);
    await expect(undone).toContainText('undone');
    await undone.click();
    await expect(fact(history, 'Undone by')).toContainText('Undo of eight.csv');
    await history.getByRole('button', { name: 'Undo this run' }).click();
    await expect(panel.getByRole('alert')).toContainText('Nothing of this run can be undone');
    expectState(standIn.state(), before, left, 0);
  },
);
