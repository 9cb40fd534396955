import { expect, test as base, type Frame, type Page } from '@playwright/test';
import { startStandIn, type RunningStandIn } from '../platform/serve';
import type { StandInOptions } from '../platform/stand-in-options';
import { launchWithExtension, openGroup, openPanel, type ExtensionBrowser } from './extension-browser';
import {
  assignColumns,
  chooseSheet,
  clearTheWay,
  openReview,
  type SheetToChoose,
  type Summary,
} from './panel';

/** A platform, and a browser with the extension that talks to it. */
export interface World {
  readonly platform: RunningStandIn;
  readonly browser: ExtensionBrowser;
}

/**
 * A test that is given a `world` as good as new, or only its `platform`. The browser and the server
 * are started once in each worker of the runner, because that takes longer than most tests. Before
 * each test the platform gets a new state, made with the file's `test.use({ platformOptions })` and
 * without a limit of its pace; after each one everything that the extension has kept is deleted and
 * it starts again (`resetExtension`). A test also fails when the background reported a bug during
 * it that the test did not take as expected (`takeFaults`).
 *
 * A test that needs a browser of its own (another setting, another command line, a restart) asks
 * for the `platform` alone and calls `launchWithExtension`.
 */
export const test = base.extend<
  { readonly platformOptions: StandInOptions; readonly platform: RunningStandIn; readonly world: World },
  { readonly workerPlatform: RunningStandIn; readonly workerBrowser: ExtensionBrowser }
>({
  platformOptions: [{}, { option: true }],
  workerPlatform: [
    async ({}, use) => {
      const platform = await startStandIn();
      await use(platform);
      await platform.close();
    },
    { scope: 'worker' },
  ],
  workerBrowser: [
    async ({ workerPlatform }, use) => {
      const browser = await launchWithExtension({ platformPort: workerPlatform.port });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  platform: async ({ workerPlatform, platformOptions }, use) => {
    workerPlatform.renew({ rate: 0, ...platformOptions });
    await use(workerPlatform);
  },
  world: async ({ platform, workerBrowser }, use) => {
    await use({ platform, browser: workerBrowser });
    const faults = workerBrowser.takeFaults();
    // Also where a test left a run under way: nothing of it may reach the platform of the next one.
    await workerBrowser.reset();
    expect(faults, 'bugs that the background reported').toEqual([]);
  },
});

/**
 * A new tab on the group, with the panel open. `viewport`: its size, where it is not the usual one.
 */
export async function panelOn(
  { browser }: World,
  group = 555,
  viewport?: { readonly width: number; readonly height: number },
): Promise<{ readonly page: Page; readonly panel: Frame }> {
  const page = await browser.context.newPage();
  if (viewport !== undefined) await page.setViewportSize(viewport);
  await openGroup(page, group);
  return { page, panel: await openPanel(page) };
}

/**
 * From a sheet whose columns are all guessed to its confirmed review; only the last button is left
 * to press.
 */
export async function reviewSheet(panel: Frame, sheet: SheetToChoose): Promise<Summary> {
  await chooseSheet(panel, sheet);
  await assignColumns(panel, {});
  const summary = await openReview(panel);
  await clearTheWay(panel);
  return summary;
}
