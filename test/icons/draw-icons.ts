/**
 * Draws `public/icon/*.png` from the SVGs beside them with the browser that the tests use. Run by
 * hand after a change: `npx tsx test/icons/draw-icons.ts`.
 */
import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { findBrowser } from '../run/find-browser.mjs';

const folder = new URL('../../public/icon/', import.meta.url);
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
for (const size of [16, 32, 48, 128]) {
  const svg = await readFile(new URL(size < 48 ? 'icon-small.svg' : 'icon.svg', folder), 'utf8');
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<body style="margin:0;display:grid">${svg}`);
  await page.screenshot({ path: new URL(`${size}.png`, folder).pathname, omitBackground: true });
}
await browser.close();
