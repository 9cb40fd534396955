import { expect, test } from '@playwright/test';
import { launchWithExtension, openGroup, openPanel, type ExtensionBrowser } from '../e2e/extension-browser';
import { at, putsOf, type WantedFields } from '../platform/platform-watch';
import { stopBackground } from '../e2e/reset-extension';
import { seededRandom } from '../platform/seeded-random';
import { startStandIn, type RunningStandIn } from '../platform/serve';
import type { LoggedRequest } from '../platform/request-log';
import {
  begin,
  expectTruth,
  goingOn,
  GROUP,
  isFinished,
  longRun,
  TENTH,
  TODAY,
  type LongRun,
} from './long-run';

const UPDATES = 240;
/** Makes a run last longer than its interruptions. */
const SLOW = 'slow:ms=300:method=PUT';
const SEED = Number(process.env['KILLS_SEED'] ?? '1');
/** Credentials this far after the one that is being written are not read yet. */
const AHEAD = 60;

let onAnswered: (request: LoggedRequest) => void;
let platform: RunningStandIn;
let browser: ExtensionBrowser;

test.beforeEach(async () => {
  onAnswered = () => {};
  platform = await startStandIn({
    generate: UPDATES,
    today: TODAY,
    seed: SEED,
    port: 0,
    rate: 0,
    onAnswered: (request) => onAnswered(request),
  });
  browser = await launchWithExtension({ platformPort: platform.port });
});

test.afterEach(async () => {
  await browser.close();
  await platform.close();
});

const writes = () => putsOf(platform.standIn).length;
const setFaults = (rules: readonly string[]) =>
  expect(platform.standIn.setFaults(rules)).toMatchObject({ ok: true });

/** Waits for the end of the run on a new page, and presses "Resume" when needed. */
async function end(run: LongRun, edited?: ReadonlyMap<number, WantedFields>) {
  const page = await browser.context.newPage();
  await openGroup(page, GROUP);
  await goingOn(await openPanel(page), () => isFinished(browser));
  const figures = await expectTruth(platform.standIn, browser, run, edited);
  console.log(`${test.info().title}: ${JSON.stringify(figures)}`);
  return figures;
}

test('the background is stopped through the DevTools protocol, ten times with the panel open, twice without', async () => {
  const run = longRun(platform.standIn, UPDATES);
  const random = seededRandom(SEED, 'stops');
  const page = await browser.context.newPage();
  const panel = await begin(page, run);
  setFaults([...TENTH, SLOW]);
  for (let times = 1; times <= 10; times += 1) {
    const target = writes() + 1 + Math.floor(random() * 12);
    await goingOn(panel, () => writes() >= target);
    expect(await stopBackground(browser)).toBe(true);
  }
  // With no page of ours open, only the browser's alarm wakes it.
  await page.close();
  for (let times = 1; times <= 2; times += 1) {
    expect(await stopBackground(browser)).toBe(true);
    const atStop = writes();
    await expect.poll(writes, { timeout: 120_000 }).toBeGreaterThan(atStop + 8);
  }
  await end(run);
});

test('the tab is closed and opened again, ten times', async () => {
  const run = longRun(platform.standIn, UPDATES);
  const random = seededRandom(SEED, 'tabs');
  let page = await browser.context.newPage();
  let panel = await begin(page, run);
  setFaults([...TENTH, SLOW]);
  for (let times = 0; times < 10; times += 1) {
    const target = writes() + Math.floor(random() * 12);
    await goingOn(panel, () => writes() >= target);
    await page.close();
    page = await browser.context.newPage();
    await openGroup(page, GROUP);
    panel = await openPanel(page);
    await expect(
      panel
        .getByRole('progressbar', { name: 'Update progress' })
        .or(panel.getByRole('heading', { name: 'Update finished' })),
      // A limit answer to the run holds back the panel's own first request too, for half a minute.
    ).toBeVisible({ timeout: 60_000 });
  }
  await end(run);
});

test('signed out in the middle, five times: it waits, says so, and continues after the sign-in', async () => {
  const run = longRun(platform.standIn, UPDATES);
  const panel = await begin(await browser.context.newPage(), run);
  setFaults([...TENTH, SLOW]);
  for (let times = 1; times <= 5; times += 1) {
    await goingOn(panel, () => writes() >= times * 25);
    platform.standIn.signOutAll();
    await expect(
      panel.getByRole('alert').filter({ hasText: 'You are signed out of Accredible.' }),
    ).toBeVisible({
      timeout: 60_000,
    });
    const other = await browser.context.newPage();
    await openGroup(other, 556);
    await other.close();
  }
  await end(run);
});

test('two tabs of one group: both watch, both pause and resume, and none begins a second run', async () => {
  const run = longRun(platform.standIn, UPDATES);
  const first = await begin(await browser.context.newPage(), run);
  setFaults([...TENTH, SLOW]);
  const page = await browser.context.newPage();
  await openGroup(page, GROUP);
  const second = await openPanel(page);
  // It shows the run instead of the first step, so no other can be begun beside it.
  await expect(second.getByRole('progressbar', { name: 'Update progress' })).toBeVisible();
  for (const [paused, resumed] of [
    [first, second],
    [second, first],
    [first, first],
  ] as const) {
    await paused.getByRole('button', { name: 'Pause', exact: true }).click({ timeout: 60_000 });
    await resumed.getByRole('button', { name: 'Resume', exact: true }).click();
    // Not `goingOn`: its "Resume" could come at the moment at which that button becomes "Pause".
    const target = writes() + 10;
    await expect.poll(writes, { timeout: 120_000 }).toBeGreaterThan(target);
  }
  await goingOn(first, () => isFinished(browser));
  await expect(first.getByRole('heading', { name: 'Update finished' })).toBeVisible();
  await expect(second.getByRole('heading', { name: 'Update finished' })).toBeVisible();
  await end(run);
});

test('two admins: an edit of somebody else during the run is not overwritten', async () => {
  const { standIn } = platform;
  const run = longRun(standIn, UPDATES);
  const random = seededRandom(SEED, 'two admins');
  const ids = [...run.wanted.keys()];
  const edited = new Map<number, WantedFields>();
  const conflicts = new Set<number>();
  /**
   * After every tenth write, the other admin edits a credential that the run has not reached yet.
   */
  onAnswered = ({ method, path }) => {
    const done = method === 'PUT' && path.startsWith('/v1/credentials/') ? writes() : 0;
    if (done === 0 || done % 6 !== 0 || done + AHEAD >= ids.length) return;
    const id = at(ids, done + AHEAD + Math.floor(random() * (ids.length - done - AHEAD)));
    if (edited.has(id)) return;
    const isOfRun = random() < 0.5;
    const fields = isOfRun ? { grade: 'Of the other admin' } : { recipient: { name: `Married ${id}` } };
    if (isOfRun) conflicts.add(id);
    edited.set(id, fields);
    expect(standIn.edit(String(id), fields)).toMatchObject({ ok: true });
  };
  await begin(await browser.context.newPage(), run);
  const figures = await end(run, edited);
  expect(conflicts.size, 'there were conflicts').toBeGreaterThan(2);
  expect(edited.size - conflicts.size, 'there were edits of other fields').toBeGreaterThan(2);
  expect(figures.entries).toEqual({ applied: ids.length - conflicts.size, conflict: conflicts.size });
});
