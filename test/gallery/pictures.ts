import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { OUTPUT } from '../run/root.mjs';
import { belowTheEdge, overflowAt, showState } from './gallery-page';

interface Picture {
  readonly name: string;
  readonly width: number;
  readonly dir?: 'rtl';
  readonly media?: Parameters<Page['emulateMedia']>[0];
}

/** How each state is taken: the usual, the narrow, and what is most easily forgotten. */
const TAKEN: readonly Picture[] = [
  { name: '1280', width: 1280 },
  { name: '800', width: 800 },
  { name: '400', width: 400 },
  { name: '1280-dark', width: 1280, media: { colorScheme: 'dark' } },
  { name: '1280-forced', width: 1280, media: { forcedColors: 'active' } },
  { name: '1280-rtl', width: 1280, dir: 'rtl' },
];

/** Takes a state into `.output/gallery/`, once in each of these ways. */
export async function takePictures(page: Page, state: string): Promise<void> {
  await showState(page, state);
  for (const { name, width, dir = 'ltr', media = {} } of TAKEN) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media });
    await page.evaluate((direction) => {
      document.documentElement.dir = direction;
    }, dir);
    await page.screenshot({ path: join(OUTPUT, 'gallery', `${state}-${name}.png`) });
  }
}

/** Widths of a panel in which a language is looked at. */
const LOOKED_AT = [1280, 800] as const;

/**
 * Takes a state into `.output/gallery/` in one language, and gives what does not fit in it: what a
 * reader of that language looks through.
 */
export async function takeInLanguage(
  page: Page,
  state: string,
  language: string,
): Promise<readonly string[]> {
  await showState(page, state, language);
  const beyond: string[] = [];
  for (const width of LOOKED_AT) {
    await page.setViewportSize({ width, height: 800 });
    const path = join(OUTPUT, 'gallery', `${state}-${width}-${language}.png`);
    const direction = await page.evaluate(() => document.documentElement.dir);
    await page.screenshot({ path });
    beyond.push(...(await overflowAt(page, width)), ...(await belowTheEdge(page)));
    await page.evaluate((dir) => (document.documentElement.dir = dir), direction);
  }
  return beyond;
}
