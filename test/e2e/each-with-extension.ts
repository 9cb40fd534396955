import { test, type Frame, type Page } from '@playwright/test';
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

/** What a test has for itself: a platform, and a browser with the extension that talks to it. */
export interface World {
  readonly platform: RunningStandIn;
  readonly browser: ExtensionBrowser;
}

/** Starts both anew for each test of the file, the platform with these options and without a limit of its pace, and ends them after it. */
export function eachWithExtension(options: StandInOptions): World {
  let world: World | null = null;
  const started = (): World => {
    if (world === null) throw new Error('asked for outside of a test');
    return world;
  };
  test.beforeEach(async () => {
    const platform = await startStandIn({ rate: 0, ...options, port: 0 });
    world = { platform, browser: await launchWithExtension({ platformPort: platform.port }) };
  });
  test.afterEach(async () => {
    if (world === null) return; // it could not be started
    await world.browser.close();
    await world.platform.close();
    world = null;
  });
  return {
    get platform() {
      return started().platform;
    },
    get browser() {
      return started().browser;
    },
  };
}

/** A new tab on the group, with the panel open. */
export async function panelOn(
  { browser }: World,
  group = 555,
): Promise<{ readonly page: Page; readonly panel: Frame }> {
  const page = await browser.context.newPage();
  await openGroup(page, group);
  return { page, panel: await openPanel(page) };
}

/** From a sheet whose columns are all guessed to its confirmed review; only the last button is left to press. */
export async function reviewSheet(panel: Frame, sheet: SheetToChoose): Promise<Summary> {
  await chooseSheet(panel, sheet);
  await assignColumns(panel, {});
  const summary = await openReview(panel);
  await clearTheWay(panel);
  return summary;
}
