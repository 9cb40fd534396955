import { readFile } from 'node:fs/promises';
import { expect, type Frame, type Locator } from '@playwright/test';
import * as XLSX from 'sheetjs-ce';
import { panelOn, reviewSheet, test } from './extension-test';
import { beginUpdate, clearTheWay, resultOf, runIsFinished, summaryOf } from './panel';
import { at, expectState, groupOf, putsOf, type WantedFields } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/*
 * docs/product.md 2.5: what changed on the platform since the review is not overwritten, shown with
 * three values, and decided.
 */

test.use({ platformOptions: { generate: 20 } });

const field = (panel: Frame, label: string, name: string): Locator =>
  panel.getByRole('group', { name: `${label} of ${name}` });
const decide = (of: Locator, whose: 'platform' | 'sheet') =>
  of.getByRole('radio', { name: whose === 'sheet' ? "Send the sheet's" : "Keep Accredible's" }).check();
const sendDecided = (panel: Frame) => panel.getByRole('button', { name: 'Review the decided ones' }).click();
const valuesOf = (of: Locator) => of.getByRole('definition');

test('conflicts are shown with three values, decided, reviewed, sent again, and can be undone', async ({
  world,
}) => {
  const { standIn } = world.platform;
  const group = groupOf(standIn.state(), 555).slice(0, 8);
  const ids = group.map(({ id }) => id);
  const [graded, mailed, kept] = [at(group, 2), at(group, 3), at(group, 4)];
  const { page, panel } = await panelOn(world);
  const rows = ids.map((id) => [String(id), 'Merit', id === mailed.id ? 'of-the-sheet@example.org' : '']);
  const text = sheetText([['Credential ID', 'Grade', 'Recipient Email'], ...rows]);
  await reviewSheet(panel, { name: 'eight.csv', text });

  const edit = (id: number, fields: WantedFields) =>
    expect(standIn.edit(String(id), fields)).toMatchObject({ ok: true });
  edit(graded.id, { grade: 'Of another admin' });
  edit(mailed.id, { recipient: { email: 'of-another-admin@example.org' } });
  edit(kept.id, { grade: 'To stay' });
  const before = standIn.state();
  await beginUpdate(panel);
  await runIsFinished(panel);
  await expect.poll(() => resultOf(panel)).toEqual({ updated: 5, failed: 3, credits: 0 });

  const grade = field(panel, 'Grade', graded.recipient.name);
  const was = graded.grade ?? 'none';
  await expect(valuesOf(grade)).toHaveText([was, 'Of another admin', 'Merit']);
  await expect(panel.getByRole('button', { name: 'Review the decided ones' })).toBeDisabled();
  await decide(grade, 'sheet');
  await decide(field(panel, 'Recipient Email', mailed.recipient.name), 'sheet');
  await decide(field(panel, 'Grade', kept.recipient.name), 'platform');

  // It moves again: a choice is about the value that was shown, so it is asked again.
  edit(graded.id, { grade: 'Once more' });
  const from = standIn.log.length;
  await sendDecided(panel);
  await expect(panel.getByRole('alert')).toContainText('1 value has changed again');
  await expect(valuesOf(grade)).toHaveText([was, 'Once more', 'Merit']);
  await expect(grade.getByRole('radio', { checked: true })).toHaveCount(0);
  await decide(grade, 'sheet');
  await sendDecided(panel);

  await expect(panel.getByRole('grid', { name: 'Changes' })).toBeVisible();
  await expect.poll(() => summaryOf(panel)).toMatchObject({ rows: 2, toUpdate: 2, errors: 0 });
  const grid = panel.getByRole('grid', { name: 'Changes' });
  await expect(grid).toContainText('Once more');
  // A change of ownership, from whom the platform has now.
  await expect(grid).toContainText('of-another-admin@example.org');
  await expect(panel.getByRole('checkbox', { name: /^Confirm: .*mail/ })).toBeVisible();
  await clearTheWay(panel);
  expect(putsOf(standIn, from)).toEqual([]);
  await beginUpdate(panel);
  await runIsFinished(panel);
  await expect.poll(() => resultOf(panel)).toEqual({ updated: 7, failed: 1, credits: 0 });
  expect(
    putsOf(standIn, from)
      .map(({ id }) => Number(id))
      .toSorted(),
  ).toEqual([graded.id, mailed.id].toSorted());
  const wanted = new Map<number, WantedFields>(
    ids.filter((id) => id !== kept.id).map((id) => [id, { grade: 'Merit' }]),
  );
  wanted.set(mailed.id, { grade: 'Merit', recipient: { email: 'of-the-sheet@example.org' } });
  expectState(standIn.state(), before, wanted, 0);

  // One result, about the rows of the sheet.
  const downloading = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Download results' }).click();
  const book = XLSX.read(await readFile(await (await downloading).path()));
  const results = XLSX.utils.sheet_to_json<Record<string, string>>(book.Sheets[at(book.SheetNames, 0)] ?? {});
  expect(results.map((row) => row['Credential ID'])).toEqual(ids.map(String));
  expect(results.map((row) => row['Update status'])).toEqual(
    ids.map((id) => (id === kept.id ? 'changed meanwhile' : 'updated')),
  );

  // Back to what the platform had at the moment of each write.
  await panel.getByRole('button', { name: 'Undo this run' }).click();
  await expect(panel.getByRole('grid', { name: 'Changes' })).toBeVisible();
  await clearTheWay(panel);
  await beginUpdate(panel);
  await runIsFinished(panel);
  const undone = new Map<number, WantedFields>(
    group.filter(({ id }) => id !== kept.id).map(({ id, grade: old }) => [id, { grade: old }]),
  );
  undone.set(graded.id, { grade: 'Once more' });
  expectState(standIn.state(), before, undone, 0);
});

test(
  'one that moves after the second review is a conflict again, and the first result stays to be seen',
  { tag: '@long' },
  async ({ world }) => {
    const { standIn } = world.platform;
    const group = groupOf(standIn.state(), 555).slice(0, 2);
    const [edited] = group;
    if (edited === undefined) throw new Error('the group is empty');
    const { panel } = await panelOn(world);
    const rows = group.map(({ id }) => [String(id), 'Merit']);
    await reviewSheet(panel, { name: 'two.csv', text: sheetText([['Credential ID', 'Grade'], ...rows]) });
    standIn.edit(String(edited.id), { grade: 'Second' });
    await beginUpdate(panel);
    await runIsFinished(panel);
    await decide(field(panel, 'Grade', edited.recipient.name), 'sheet');
    await sendDecided(panel);
    await clearTheWay(panel);

    // "Not yet" and a look back lose nothing.
    await panel.getByRole('button', { name: /^Update \d+ credentials$/ }).click();
    await panel.getByRole('dialog').getByRole('button', { name: 'Not yet' }).click();
    await panel.getByRole('button', { name: 'Update', exact: true }).click();
    await expect.poll(() => resultOf(panel)).toMatchObject({ updated: 1, failed: 1 });
    await panel.getByRole('button', { name: 'Review', exact: true }).click();

    standIn.edit(String(edited.id), { grade: 'Third' });
    const from = standIn.log.length;
    await clearTheWay(panel);
    await beginUpdate(panel);
    await expect(panel.getByRole('group', { name: `Grade of ${edited.recipient.name}` })).toContainText(
      'Third',
    );
    await expect(valuesOf(field(panel, 'Grade', edited.recipient.name))).toHaveText([
      'Second',
      'Third',
      'Merit',
    ]);
    await expect.poll(() => resultOf(panel)).toEqual({ updated: 1, failed: 1, credits: 0 });
    expect(putsOf(standIn, from)).toEqual([]);
  },
);

test(
  'while the run goes on, what was changed meanwhile is looked at and decided; it is sent when the run is over',
  { tag: '@long' },
  async ({ world }) => {
    const { standIn } = world.platform;
    const group = groupOf(standIn.state(), 555).slice(0, 16);
    const [first, second] = [at(group, 0), at(group, 1)];
    const { panel } = await panelOn(world);
    const rows = group.map(({ id }) => [String(id), 'Merit']);
    await reviewSheet(panel, { name: 'some.csv', text: sheetText([['Credential ID', 'Grade'], ...rows]) });
    for (const { id } of [first, second]) standIn.edit(String(id), { grade: 'Of another admin' });
    standIn.setFaults(['slow:ms=1500:method=PUT']);
    await beginUpdate(panel);
    await expect(panel.getByRole('progressbar', { name: 'Update progress' })).toBeVisible();
    await panel.getByRole('button', { name: 'Look at them now (2)' }).click();
    const grade = field(panel, 'Grade', first.recipient.name);
    await expect(valuesOf(grade)).toHaveText([first.grade ?? 'none', 'Of another admin', 'Merit']);
    await panel.getByRole('button', { name: "Keep Accredible's for all 2" }).click();
    await decide(grade, 'sheet');
    await expect(panel.getByText('1 to send · 0 not decided')).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Review the decided ones' })).toHaveCount(0);
    await panel.getByRole('button', { name: 'Pause', exact: true }).click();
    await expect(panel.getByRole('button', { name: 'Resume', exact: true })).toBeVisible();
    await expect(grade.getByRole('radio', { checked: true })).toHaveAccessibleName("Send the sheet's");
    standIn.setFaults([]);
    await panel.getByRole('button', { name: 'Resume', exact: true }).click();
    await runIsFinished(panel);

    await expect(panel.getByText('1 to send · 0 not decided')).toBeVisible();
    const from = standIn.log.length;
    await sendDecided(panel);
    await clearTheWay(panel);
    await beginUpdate(panel);
    await runIsFinished(panel);
    expect(putsOf(standIn, from).map(({ id }) => Number(id))).toEqual([first.id]);
    await expect.poll(() => resultOf(panel)).toEqual({ updated: 15, failed: 1, credits: 0 });
  },
);
