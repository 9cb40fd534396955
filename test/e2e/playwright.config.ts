import { defineConfig } from '@playwright/test';

/** End to end on the production build: `npm run e2e` builds it first. Each test starts its own stand-in and browser. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../.output/e2e',
  // A test has a port and a profile of its own, so tests of one file may run side by side too.
  fullyParallel: true,
  workers: 2,
  // A second try is told in the output of `npm test`, with what failed at first (test/run/counts.mjs).
  retries: 1,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: { trace: 'off' },
});
