import { defineConfig } from '@playwright/test';
import { findBrowser } from '../run/find-browser.mjs';

/**
 * The gallery: every state of the panel in one page of one browser a worker (`npm run gallery --
 * --test`).
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../../.output/gallery-test',
  globalSetup: './global-setup.ts',
  fullyParallel: true,
  workers: 4,
  // A state stays as it is: what fails once is wrong, or the machine is out of breath.
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    trace: 'off',
    launchOptions: {
      executablePath: findBrowser(),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
});
