import { defineConfig } from '@playwright/test';

/**
 * End to end on the production build: `npm run e2e` builds it first. The tests of a worker share its browser and its
 * stand-in's port, and nothing else (extension-test.ts).
 */
export default defineConfig({
  testDir: '.',
  // It takes minutes, and measures the machine as well: LONG=1 npx playwright test --config=test/e2e/playwright.config.ts review-large
  testIgnore: process.env['LONG'] === undefined ? ['review-large.spec.ts'] : [],
  outputDir: '../../.output/e2e',
  // No test needs another one to have run before it.
  fullyParallel: true,
  workers: 2,
  // A second try is listed in the output of `npm test`, and more than two fail it (test/run/counts.mjs).
  retries: 1,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: { trace: 'off' },
});
