import { defineConfig } from '@playwright/test';

/**
 * Interrupts long runs of the production build for real: `npm run kills` builds it first. It takes
 * a quarter of an hour, so it is not in `npm test`. Its findings are, as tables of the crash suite.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../../.output/kills',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 30 * 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: { trace: 'off' },
});
