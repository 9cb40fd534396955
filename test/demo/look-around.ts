import { launchWithExtension, openGroup } from '../e2e/extension-browser';
import type { Demo } from './whole-job';

/**
 * Opens a window on the group page, signed in, with the extension loaded, and stays until it is
 * closed.
 */
export async function lookAround({ platform, group, file, say }: Demo): Promise<void> {
  const browser = await launchWithExtension({
    platformPort: platform.port,
    headless: false,
    viewport: { width: 1360, height: 860 },
  });
  const { context } = browser;
  // Listened for before anything else: the window may be closed at once.
  const closed = context.waitForEvent('close', { timeout: 0 });
  const stop = () => void browser.close();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const page = context.pages()[0] ?? (await context.newPage());
  // The last page that is closed closes the window, but not everywhere the browser.
  context.on('page', (opened) => opened.on('close', closeWhenEmpty));
  page.on('close', closeWhenEmpty);
  await openGroup(page, group);
  say('');
  say('The group page is open. Press the tab "Update Credentials" and drop the sample sheet:');
  say(`  ${file}`);
  say('"Other situations" above the page lists more, each with a sheet of its own.');
  say('Close the window, or press Ctrl+C here, to end.');
  await closed;
  await browser.close();

  function closeWhenEmpty(): void {
    if (context.pages().length === 0) void browser.close();
  }
}
