import { expect } from '@playwright/test';
import { panelOn, reviewSheet, test, type World } from './extension-test';
import { beginUpdate, clearTheWay, resultOf, runIsFinished, updateButton } from './panel';
import { expectState, groupOf, putsOf, type WantedFields } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/*
 * A group is updated from one sheet at a time: one that waits is never shown as if it had been
 * sent.
 */

test.use({ platformOptions: { generate: 40 } });
const COUNT = 8;

/** New grades for so many credentials of the group, and what they are to become. */
const sheetOf = ({ platform }: World, name: string, from: number, value: string) => {
  const ids = groupOf(platform.standIn.state(), 555)
    .slice(from, from + COUNT)
    .map(({ id }) => id);
  const rows = ids.map((id) => [String(id), value]);
  const wanted = ids.map((id): readonly [number, WantedFields] => [id, { grade: value }]);
  return { name, text: sheetText([['Credential ID', 'Grade'], ...rows]), wanted };
};

test(
  'a second sheet is said not to be sent while the first is, and is sent after it',
  { tag: '@long' },
  async ({ world }) => {
    const { standIn } = world.platform;
    const before = standIn.state();
    const a = sheetOf(world, 'a.csv', 0, 'Merit');
    const b = sheetOf(world, 'b.csv', COUNT, 'Distinction');
    const { panel } = await panelOn(world);
    await reviewSheet(panel, a);
    standIn.setFaults(['slow:ms=3000:method=PUT']);
    await beginUpdate(panel);
    await expect(panel.getByRole('progressbar', { name: 'Update progress' })).toBeVisible();
    const head = panel.locator('.sheet-line');
    await expect(head).toHaveText('a.csv');
    await panel.getByRole('button', { name: 'Upload', exact: true }).click();
    await reviewSheet(panel, b);
    await expect(head).toContainText('b.csv');
    await updateButton(panel).click();

    const said = panel.getByRole('alert').filter({ hasText: '“b.csv” has not been sent' });
    await expect(said).toContainText('the update of “a.csv”');
    await expect(head).toHaveText('a.csv');
    await said.getByRole('button', { name: 'Back to Review' }).click();
    await expect(updateButton(panel)).toBeEnabled();
    await panel.getByRole('button', { name: 'Update', exact: true }).click();
    standIn.setFaults([]);
    await runIsFinished(panel);
    await expect(said).toContainText('This is the update of “a.csv”');
    await expect(panel.getByText('Every confirmed change of “a.csv” is on Accredible.')).toBeVisible();
    await expect(head).toHaveText('a.csv');
    expectState(standIn.state(), before, new Map(a.wanted), 0);

    // An undo of the first would take the place of the second: that is asked.
    await panel.getByRole('button', { name: 'Undo this run' }).click();
    const ask = panel.getByRole('dialog', { name: 'Undo this run instead of the sheet that is open?' });
    await expect(ask).toContainText('“b.csv”');
    await ask.getByRole('button', { name: 'Keep the sheet' }).click();

    await said.getByRole('button', { name: 'Back to Review' }).click();
    await beginUpdate(panel);
    await runIsFinished(panel);
    await expect(head).toHaveText('b.csv');
    await expect(said).toHaveCount(0);
    await expect.poll(() => resultOf(panel)).toEqual({ updated: COUNT, failed: 0, credits: 0 });
    expectState(standIn.state(), before, new Map([...a.wanted, ...b.wanted]), 0);
    expect(putsOf(standIn).length).toBe(2 * COUNT);
  },
);

test('so it is in two tabs of one group', { tag: '@long' }, async ({ world }) => {
  const { standIn } = world.platform;
  const a = sheetOf(world, 'a.csv', 0, 'Merit');
  const b = sheetOf(world, 'b.csv', COUNT, 'Distinction');
  const first = await panelOn(world);
  const second = await panelOn(world);
  await reviewSheet(first.panel, a);
  await reviewSheet(second.panel, b);
  standIn.setFaults(['slow:ms=3000:method=PUT']);
  await beginUpdate(first.panel);
  await expect(first.panel.getByRole('progressbar', { name: 'Update progress' })).toBeVisible();
  await updateButton(second.panel).click();
  const said = second.panel.getByRole('alert').filter({ hasText: '“b.csv” has not been sent' });
  await expect(said).toContainText('the update of “a.csv”');
  await expect(second.panel.locator('.sheet-line')).toHaveText('a.csv');
  standIn.setFaults([]);
  await runIsFinished(second.panel);
  expect(putsOf(standIn).length).toBe(COUNT);
  await said.getByRole('button', { name: 'Back to Review' }).click();
  await clearTheWay(second.panel);
  await beginUpdate(second.panel);
  await expect(said).toHaveCount(0);
  await runIsFinished(second.panel);
  await expect.poll(() => putsOf(standIn).length).toBe(2 * COUNT);
});
