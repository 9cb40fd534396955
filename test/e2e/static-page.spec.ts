import { chromium, expect, test, type Frame, type Page } from '@playwright/test';
import { buildTrial } from '../demo/static-page/build-trial';
import { findBrowser } from '../run/find-browser.mjs';
import { openerOn } from './extension-browser';
import { assignColumns, beginUpdate, clearTheWay, openReview, resultOf, runIsFinished } from './panel';
import { serveFolder } from './static-folder';

/*
 * The static trial (`npm run try`): the whole job on a page without a server, and nothing leaves
 * the page.
 */

/** The frame whose address has this path, once there is one. */
async function frameAt(page: Page, path: string): Promise<Frame> {
  const found = () => page.frames().find((frame) => frame.url().includes(path));
  await expect.poll(() => found() !== undefined).toBe(true);
  const frame = found();
  if (frame === undefined) throw new Error(`no frame is at ${path}`);
  return frame;
}

test('a situation is chosen, its sheet reviewed and updated, without a server @long', async ({}, info) => {
  test.setTimeout(120_000);
  const server = await serveFolder(await buildTrial());
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const outside: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url) && !/^(?:data|blob):/.test(request.url()))
        outside.push(request.url());
    });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(server.url);
    const dashboard = await frameAt(page, '/issuer/dashboard/group/');
    await dashboard.getByText('Other situations').click();
    await dashboard.getByRole('button', { name: 'CRM export' }).click();
    await dashboard.getByText('Trial: CRM export.').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dashboard.getByRole('link', { name: 'Download contacts-export.csv' }).click(),
    ]);
    const file = info.outputPath(download.suggestedFilename());
    await download.saveAs(file);
    await openerOn(dashboard as unknown as Page).click();
    const panel = await frameAt(page, '/panel.html');
    await panel.getByLabel('Spreadsheet file').setInputFiles(file);
    await assignColumns(panel, {});
    const summary = await openReview(panel);
    expect(summary).toMatchObject({ rows: 60, errors: 0 });
    await clearTheWay(panel);
    await beginUpdate(panel);
    await runIsFinished(panel);
    expect(await resultOf(panel)).toMatchObject({ updated: summary.toUpdate, failed: 0 });
    expect(outside).toEqual([]);
    expect(faults).toEqual([]);
    await panel.getByRole('button', { name: 'Back to the group' }).click();
    await expect.poll(() => page.frames().some((frame) => frame.url().includes('/panel.html'))).toBe(false);
    await openerOn((await frameAt(page, '/issuer/dashboard/group/')) as unknown as Page).waitFor();
  } finally {
    await browser.close();
    await server.close();
  }
});
