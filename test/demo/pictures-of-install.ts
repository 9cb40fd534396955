import { join } from 'node:path';
import { launchWithExtension, openGroup, openerOn } from '../e2e/extension-browser';
import type { Demo } from './whole-job';

/** Pictures of docs/install.md: the list of extensions, and a group page with the tab. */
export async function installPictures({ platform, group, say }: Demo, folder: string): Promise<void> {
  const browser = await launchWithExtension({
    platformPort: platform.port,
    viewport: { width: 1000, height: 480 },
  });
  try {
    const page = await browser.context.newPage();
    await page.goto('chrome://extensions');
    await page.locator('#devMode').click();
    await page.locator('extensions-item #name', { hasText: 'Update Credentials' }).waitFor();
    await page.screenshot({ path: join(folder, 'installed.png') });
    await openGroup(page, group);
    await openerOn(page).waitFor();
    // The trial's own bar is not part of a dashboard.
    await page.getByRole('complementary', { name: 'Trial' }).evaluate((bar) => bar.remove());
    await page.screenshot({ path: join(folder, 'group-page.png') });
    say('Pictures of the installation');
  } finally {
    await browser.close();
  }
}
