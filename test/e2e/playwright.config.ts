import { defineConfig } from '@playwright/test';
import { leftOut } from '../run/needs.mjs';

/**
 * Tests that wait for the product: its pauses before it reads back, its pace, a restart of the
 * browser. Begun first.
 */
const WAITING = /\/(?:lost-journal|unseen|faults|key|history|stored-here|corrections|preset)\.spec\.ts$/;

const without = leftOut();

/**
 * End to end on the production build: `npm run e2e` builds it first. The tests of a worker share
 * its browser and its stand-in's port, and nothing else (extension-test.ts).
 *
 * Tests tagged "@long" are not in `npm test` but in `npm run test:long`: variations of what another
 * test does in the browser already, restarts of it, and large sheets. Those tagged "@office" and
 * "@policy" need what not every computer has, and are left out where it is missing
 * (test/run/needs.mjs).
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../../.output/e2e',
  // No test needs another one to have run before it.
  fullyParallel: true,
  // A third of a test is waiting: three of them keep two cores busy, and each begins with a
  // browser.
  workers: 3,
  projects: [
    { name: 'waiting', testMatch: WAITING },
    { name: 'rest', testIgnore: WAITING, ...(without !== null && { grepInvert: without }) },
  ],
  // A second try is listed in the output of `npm test`, and more than two fail it
  // (test/run/counts.mjs).
  retries: 1,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: { trace: 'off' },
});
