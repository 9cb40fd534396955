import { readFile } from 'node:fs/promises';
import { expect, type Frame } from '@playwright/test';
import * as XLSX from 'sheetjs-ce';
import { panelOn, test, type World } from './extension-test';
import { openPanel } from './extension-browser';
import {
  assignColumns,
  beginUpdate,
  chooseSheet,
  clearTheWay,
  openReview,
  resultOf,
  runIsFinished,
} from './panel';
import { at, expectState, groupOf, putsOf, type WantedFields } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/*
 * docs/product.md 1 and 2.5: a run goes on with the panel closed; how it ended is shown until
 * somebody has seen it.
 */

const MANY = 12;
test.use({ platformOptions: { generate: 40 } });

/** Everything to the last press but one. */
async function reviewed(panel: Frame, ids: readonly number[], value: string): Promise<void> {
  const rows = ids.map((id) => [String(id), value]);
  await chooseSheet(panel, { name: 'many.csv', text: sheetText([['Credential ID', 'Grade'], ...rows]) });
  await assignColumns(panel, {});
  await openReview(panel);
  await clearTheWay(panel);
}

/** A run of which the last credential is refused, begun in a tab that is closed at once. */
async function runUnwatched(world: World, ids: readonly number[]): Promise<void> {
  const { page, panel } = await panelOn(world);
  await reviewed(panel, ids, 'Merit');
  const refused = at(ids, ids.length - 1);
  world.platform.standIn.setFaults([
    `500:method=PUT:path=/v1/credentials/${refused}`,
    'slow:ms=200:method=PUT',
  ]);
  await beginUpdate(panel);
  await expect(panel.getByRole('progressbar', { name: 'Update progress' })).toBeVisible();
  await page.close({ runBeforeUnload: false });
}

const badge = async ({ browser }: World) => {
  const background = await browser.background();
  return background.evaluate(() =>
    (
      globalThis as never as { chrome: { action: { getBadgeText(of: object): Promise<string> } } }
    ).chrome.action.getBadgeText({}),
  );
};
const idsOf = ({ platform }: World, group: number) =>
  groupOf(platform.standIn.state(), group)
    .slice(0, MANY)
    .map(({ id }) => id);
const finished = (panel: Frame) => panel.getByRole('heading', { name: 'Update finished' });

test(
  'a run that ends with no panel open is reported by badge and popup, and shown by the next panel of its group',
  { tag: '@long' },
  async ({ world }) => {
    const { standIn } = world.platform;
    const before = standIn.state();
    const ids = idsOf(world, 555);
    const done = ids.slice(0, -1);
    await runUnwatched(world, ids);
    await expect.poll(() => badge(world), { timeout: 60_000 }).toBe('!');

    const popup = await world.browser.context.newPage();
    await popup.goto((await world.browser.background()).url().replace('background.js', 'popup.html'));
    await expect(
      popup.getByText(`the update has ended, ${done.length} of ${ids.length} updated`),
    ).toBeVisible();
    await popup.close();

    // It is not another group's.
    const other = await panelOn(world, 556);
    await expect(other.panel.getByLabel('Spreadsheet file')).toBeAttached();
    await expect(finished(other.panel)).toHaveCount(0);
    await other.page.close();

    const { page, panel } = await panelOn(world);
    await runIsFinished(panel);
    await expect.poll(() => resultOf(panel)).toEqual({ updated: done.length, failed: 1, credits: 0 });
    await expect.poll(() => badge(world)).toBe('');
    const downloading = page.waitForEvent('download');
    await panel.getByRole('button', { name: 'Download results' }).click();
    const book = XLSX.read(await readFile(await (await downloading).path()));
    const results = XLSX.utils.sheet_to_json<Record<string, string>>(
      book.Sheets[at(book.SheetNames, 0)] ?? {},
    );
    expect(results.map((row) => row['Credential ID'])).toEqual(ids.map(String));

    standIn.setFaults([]);
    await panel.getByRole('button', { name: 'Try the failed ones again' }).click();
    await expect(
      panel.getByRole('status').filter({ hasText: `${ids.length} updated · 0 not` }),
    ).toBeVisible();
    const merit = (list: readonly number[]) =>
      new Map<number, WantedFields>(list.map((id) => [id, { grade: 'Merit' }]));
    expectState(standIn.state(), before, merit(ids), 0);
    await panel.getByRole('button', { name: 'Undo this run' }).click();
    await expect(panel.getByRole('grid', { name: 'Changes' })).toBeVisible();
    await clearTheWay(panel);
    await beginUpdate(panel);
    await runIsFinished(panel);
    const old = new Map<number, WantedFields>(
      groupOf(before, 555)
        .filter(({ id }) => ids.includes(id))
        .map(({ id, grade }) => [id, { grade }]),
    );
    expectState(standIn.state(), before, old, 0);

    // Seen is seen: the next panel begins with the first step.
    await page.close();
    const last = await panelOn(world);
    await expect(last.panel.getByLabel('Spreadsheet file')).toBeAttached();
    await expect(finished(last.panel)).toHaveCount(0);
  },
);

test('an end in a panel that nobody looks at is not seen', { tag: '@long' }, async ({ world }) => {
  const { page, panel } = await panelOn(world);
  await reviewed(panel, idsOf(world, 555), 'Merit');
  world.platform.standIn.setFaults(['slow:ms=200:method=PUT']);
  await beginUpdate(panel);
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => badge(world), { timeout: 60_000 }).toBe('✓');
  await openPanel(page);
  await expect(finished(panel)).toBeVisible();
  await expect.poll(() => badge(world)).toBe('');
});

test(
  'a second panel of the group shows the run of the first, and begins none beside it',
  { tag: '@long' },
  async ({ world }) => {
    const { standIn } = world.platform;
    const first = await panelOn(world);
    const second = await panelOn(world);
    const ids = idsOf(world, 555);
    await reviewed(first.panel, ids, 'Merit');
    await reviewed(second.panel, ids, 'Distinction');
    standIn.setFaults(['slow:ms=400:method=PUT']);
    const before = standIn.state();
    await beginUpdate(first.panel);
    await expect(first.panel.getByRole('progressbar', { name: 'Update progress' })).toBeVisible();
    // The one that had a sheet of its own learns of it when it asks for the last word.
    await second.panel.getByRole('button', { name: /^Update \d+ credentials$/ }).click();
    await expect(second.panel.getByRole('progressbar', { name: 'Update progress' })).toBeVisible();
    await runIsFinished(first.panel);
    await runIsFinished(second.panel);
    expectState(standIn.state(), before, new Map(ids.map((id) => [id, { grade: 'Merit' }])), 0);
    expect(putsOf(standIn).length).toBe(ids.length);
  },
);

test(
  'a panel that was open and empty shows a run that another tab began, when it comes to the front',
  { tag: '@long' },
  async ({ world }) => {
    const waiting = await panelOn(world);
    await expect(waiting.panel.getByLabel('Spreadsheet file')).toBeAttached();
    const { panel } = await panelOn(world);
    await reviewed(panel, idsOf(world, 555), 'Merit');
    world.platform.standIn.setFaults(['slow:ms=600:method=PUT']);
    await beginUpdate(panel);
    await expect(panel.getByRole('progressbar', { name: 'Update progress' })).toBeVisible();
    // Pages of this driver are all in front all the time: the browser's own notice is what there
    // is.
    await waiting.panel.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(waiting.panel.getByRole('progressbar', { name: 'Update progress' })).toBeVisible();
    await runIsFinished(waiting.panel);
  },
);
