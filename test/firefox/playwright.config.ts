import { defineConfig } from '@playwright/test';

/**
 * The production build in the Firefox that is installed: `npm run firefox` builds it first. What
 * every browser does alike is tried in Chromium (test/e2e).
 */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../.output/firefox-test',
  workers: 1,
  // As in test/e2e: a second try is listed in the output of `npm test`.
  retries: 1,
  forbidOnly: true,
  // Long enough for a busy machine to start a browser.
  timeout: 240_000,
  reporter: 'list',
  use: { trace: 'off' },
});
