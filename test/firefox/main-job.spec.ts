import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { sheetText } from '../fakes/sheet-text';
import { apiRequests, expectState, groupOf, putsOf, writesOf } from '../platform/platform-watch';
import { panelIn, tabOpenedBy, test } from './firefox-test';
import { assign, beginUpdate, clearTheWay, finished, review, reviewOpened } from './job';
import type { Screen } from './screen';

test('from the sheet to the finished run, signed in by the dashboard', async ({ platform, firefox }) => {
  const { standIn } = platform;
  const before = standIn.state();
  const group = groupOf(before, 555).slice(4, 12);
  const rows = group.map(({ id }) => [String(id), 'Merit', 'Genève']);
  const folder = await mkdtemp(join(tmpdir(), 'update-credentials-sheet-'));
  const sheet = join(folder, 'grades.csv');
  await writeFile(sheet, sheetText([['Credential ID', 'Grade', 'Location'], ...rows]));
  const choose = async (panel: Screen) => {
    await panel.shows('Northfield Institute');
    await panel.type('input[type=file]', sheet);
  };

  // In the page everything but the sending: Firefox does not say whether the page covers the panel.
  const { panel: inPage } = await panelIn(firefox);
  await choose(inPage);
  await assign(inPage, {});
  expect(await review(inPage)).toMatch(/8 rows.*8 to update/s);
  await clearTheWay(inPage);
  await beginUpdate(inPage);
  await inPage.shows('does not say whether the page covers the panel');
  expect(writesOf(standIn), 'nothing is sent from there').toEqual([]);

  const panel = await tabOpenedBy(firefox, () => inPage.click('button', 'Open in a tab'));
  await choose(panel);
  expect(await reviewOpened(panel)).toMatch(/8 rows.*8 to update/s);
  await clearTheWay(panel);
  expect(writesOf(standIn), 'nothing is sent before it is confirmed').toEqual([]);
  await beginUpdate(panel);
  expect(await finished(panel)).toBe('8 updated · 0 not updated · 0 credits spent');

  // The dashboard's cookies go along though the request comes from the background.
  for (const { auth } of apiRequests(standIn)) expect(auth).toBe('session');
  expect(putsOf(standIn)).toHaveLength(8);
  expect(writesOf(standIn)).toHaveLength(8);
  const wanted = new Map(
    group.map(({ id, custom_attributes: custom }) => [
      id,
      { grade: 'Merit', custom_attributes: { ...custom, Location: 'Genève' } },
    ]),
  );
  expectState(standIn.state(), before, wanted, 0);
  await rm(folder, { recursive: true });
});
