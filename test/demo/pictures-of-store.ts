import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { LANGUAGES } from '../../components/languages';
import { launchWithExtension, openGroup, openPanel, type ExtensionBrowser } from '../e2e/extension-browser';
import { chooseLanguage, jobIn } from '../e2e/job-in-language';
import { wordsOf } from '../e2e/words-of';
import { ROOT } from '../run/root.mjs';
import type { Demo } from './whole-job';

/** Size of the screenshots that the stores take, and of the promo tile. */
const SCREENSHOT = { width: 1280, height: 800 };
const TILE = { width: 440, height: 280 };

/**
 * Pictures of docs/store: Assign, Review and the last question in each language, and the promo
 * tile. Nothing is sent.
 */
export async function storePictures(demo: Demo, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const browser = await launchWithExtension({ platformPort: demo.platform.port, viewport: SCREENSHOT });
  browser.context.setDefaultTimeout(60_000);
  try {
    for (const { code } of LANGUAGES) {
      await screenshotsIn(code, browser, demo, folder);
      demo.say(`Pictures in ${code}`);
    }
    await tile(await browser.context.newPage(), join(folder, 'promo-tile.png'));
  } finally {
    await browser.close();
  }
}

async function screenshotsIn(
  language: string,
  browser: ExtensionBrowser,
  { group, file }: Demo,
  folder: string,
): Promise<void> {
  const words = wordsOf(language);
  await chooseLanguage(browser, language);
  const page = await browser.context.newPage();
  await openGroup(page, group);
  const panel = await openPanel(page);
  const job = jobIn(words, panel);
  const shot = (name: string) =>
    page.screenshot({ type: 'jpeg', quality: 72, path: join(folder, `${language}-${name}.jpg`) });
  await job.drop(file);
  await job.assign('Valid until', words('attribute_expiry_date'));
  await panel
    .getByRole('combobox', { name: words('dateFormatFor', 'Valid until') })
    .selectOption({ label: words('dateFormat_day_month_year') });
  await job.assign('Result', words('attribute_grade'));
  // An attribute of the account, which has one name in every language.
  await job.assign('City', 'Location');
  await shot('1-assign');
  await job.review();
  await panel.getByRole('status', { name: words('summary') }).waitFor();
  // The rows come from the worker, and other groups are looked in, after the step is there.
  await job.grid.getByRole('checkbox').nth(1).waitFor();
  await panel.getByText(words('locating')).waitFor({ state: 'hidden' });
  await shot('2-review');
  await job.confirm();
  await job.ask();
  await shot('3-last-question');
  await page.close({ runBeforeUnload: false });
}

/** Draws the promo tile: the icon, the name, and one line. */
async function tile(page: Page, path: string): Promise<void> {
  const icon = (await readFile(join(ROOT, 'public/icon/128.png'))).toString('base64');
  await page.setViewportSize(TILE);
  await page.setContent(`<!doctype html>
    <style>
      body { display: grid; place-content: center; justify-items: center; gap: 12px; height: 280px; margin: 0;
        background: #f3f6fd; color: #14213d; font: 17px/1.4 system-ui, sans-serif; text-align: center; }
      img { width: 96px; }
      strong { font-size: 30px; }
    </style>
    <img alt="" src="data:image/png;base64,${icon}" />
    <strong>Update Credentials</strong>
    <span>From your spreadsheet, on your own computer,<br />confirmed field by field</span>`);
  await page.screenshot({ path });
}
