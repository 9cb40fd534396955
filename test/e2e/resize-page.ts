import { expect, type Page } from '@playwright/test';
import { shownPanel } from './extension-browser';

/**
 * Resizes a page with the panel in it, and waits until a pointer over the panel is heard by the panel. Until its first frame of the new
 * size is drawn, Chromium gives a click on it to the page below, where it is lost without anybody having seen it.
 */
export async function resizePage(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  const panel = await shownPanel(page);
  await expect.poll(() => panel.evaluate(() => innerWidth)).toBe(size.width);
  await panel.evaluate(async () => {
    const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await drawn();
    await drawn();
    document.documentElement.removeAttribute('data-pointed');
    addEventListener('pointermove', () => document.documentElement.setAttribute('data-pointed', ''), {
      once: true,
    });
  });
  let x = 0;
  await expect(async () => {
    // Moved each time: at the same place nothing would be said.
    await page.mouse.move((x = (x + 1) % 9) + 1, size.height / 2);
    expect(await panel.evaluate(() => document.documentElement.hasAttribute('data-pointed'))).toBe(true);
  }).toPass();
}
