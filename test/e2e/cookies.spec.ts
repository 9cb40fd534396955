import { expect } from '@playwright/test';
import { launchWithExtension } from './extension-browser';
import { panelOn, test, type World } from './extension-test';
import {
  assignColumns,
  beginUpdate,
  chooseSheet,
  clearTheWay,
  openReview,
  resultOf,
  runIsFinished,
} from './panel';
import { expectState, groupOf, putsOf } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/*
 * The whole job with third-party cookies blocked and allowed. That they are is measured in the
 * frame.
 */

test.use({ platformOptions: { generate: 40 } });

async function expectWholeJob(world: World, cookies: 'blocked' | 'allowed'): Promise<void> {
  const { standIn } = world.platform;
  const before = standIn.state();
  const { panel } = await panelOn(world);
  await expect(panel.getByText('Northfield Institute')).toBeVisible();
  const storage = await panel.evaluate(
    () =>
      new Promise<string>((resolve) => {
        try {
          const request = indexedDB.open('measured');
          request.onsuccess = () => {
            request.result.close();
            indexedDB.deleteDatabase('measured');
            resolve('allowed');
          };
          request.onerror = () => resolve('blocked');
        } catch {
          // Some versions throw at once.
          resolve('blocked');
        }
      }),
  );
  expect(storage).toBe(cookies);

  const group = groupOf(before, 555).slice(4, 24);
  const rows = group.map(({ id }) => [String(id), 'Merit', 'Genève']);
  const text = sheetText([['Credential ID', 'Grade', 'Location'], ...rows]);
  await chooseSheet(panel, { name: 'cookies.csv', text });
  await assignColumns(panel, {});
  expect(await openReview(panel)).toMatchObject({ rows: 20, toUpdate: 20 });
  await clearTheWay(panel);
  await beginUpdate(panel);
  await runIsFinished(panel);
  await expect.poll(() => resultOf(panel)).toEqual({ updated: 20, failed: 0, credits: 0 });
  expect(putsOf(standIn).map(({ request }) => request.auth)).toEqual(Array(20).fill('session'));
  const wanted = new Map(
    group.map(({ id, custom_attributes: custom }) => [
      id,
      { grade: 'Merit', custom_attributes: { ...custom, Location: 'Genève' } },
    ]),
  );
  expectState(standIn.state(), before, wanted, 0);
}

test(
  'the whole job with third-party cookies blocked, as Debian has it',
  { tag: '@long' },
  async ({ world }) => {
    await expectWholeJob(world, 'blocked');
  },
);

test('the whole job with third-party cookies allowed', { tag: '@long' }, async ({ platform }) => {
  const browser = await launchWithExtension({
    platformPort: platform.port,
    thirdPartyCookies: 'allowed',
  });
  try {
    await expectWholeJob({ platform, browser }, 'allowed');
  } finally {
    await browser.close();
  }
});
