import { expect, test } from '@playwright/test';
import { startStandIn } from '../platform/serve';
import { launchWithExtension, openGroup, openPanel } from './extension-browser';
import {
  assignColumns,
  beginUpdate,
  chooseSheet,
  clearTheWay,
  openReview,
  resultOf,
  runIsFinished,
} from './panel';
import { expectState, groupOf, putsOf } from './platform-watch';
import { sheetText } from './sheet-text';

/* Issue 2, 4 (g): the whole job with third-party cookies blocked and allowed. That they are is measured in the frame. */

for (const thirdPartyCookies of ['blocked', 'allowed'] as const) {
  test(`the whole job with third-party cookies ${thirdPartyCookies}`, async () => {
    const platform = await startStandIn({ generate: 40, port: 0, rate: 0 });
    const browser = await launchWithExtension({ platformPort: platform.port, thirdPartyCookies });
    const { standIn } = platform;
    try {
      const before = standIn.state();
      const page = await browser.context.newPage();
      await openGroup(page, 555);
      const panel = await openPanel(page);
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
      expect(storage).toBe(thirdPartyCookies);

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
    } finally {
      await browser.close();
      await platform.close();
    }
  });
}
