import { mkdtemp, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launchWithExtension, openGroup, openPanel, type ExtensionBrowser } from '../e2e/extension-browser';
import { seededRandom } from '../platform/seeded-random';
import { startStandIn, type RunningStandIn } from '../platform/serve';
import { ACCOUNT_KEY } from '../platform/stand-in-options';
import { begin, expectTruth, goingOn, GROUP, isFinished, longRun, TENTH, TODAY } from './long-run';

const UPDATES = 500;
const KILLS = 20;
const SEED = Number(process.env['KILLS_SEED'] ?? '1');
/** Requests from the start of one browser to its death. */
const MOST_REQUESTS = 40;
/** Milliseconds from the platform's answer to the kill: the answer may have arrived or not. */
const MOST_DELAY_MS = 40;

let onAnswered: () => void;
let platform: RunningStandIn;
let profile: string;

test.beforeEach(async () => {
  onAnswered = () => {};
  platform = await startStandIn({
    generate: UPDATES,
    today: TODAY,
    seed: SEED,
    port: 0,
    rate: 0,
    // The key is on disk, so that a started browser continues the run by itself.
    switches: { session: 'refused' },
    onAnswered: () => onAnswered(),
  });
  profile = await mkdtemp(join(tmpdir(), 'update-credentials-kills-'));
});

test.afterEach(async () => {
  await platform.close();
  await rm(profile, { recursive: true, force: true });
});

test(`the browser is killed ${KILLS} times within a run of ${UPDATES} updates, with a tenth of faults`, async () => {
  const { standIn } = platform;
  const run = longRun(standIn, UPDATES);
  const random = seededRandom(SEED, 'kills');

  for (let life = 0; life < KILLS; life += 1) {
    const browser = await launchWithExtension({ platformPort: platform.port, profile });
    const closed = browser.context.waitForEvent('close', { timeout: 0 });
    let isKilled = false;
    const pid = await pidOf(profile);
    let left = 1 + Math.floor(random() * MOST_REQUESTS);
    const delay = Math.floor(random() * MOST_DELAY_MS);
    const kill = () => {
      isKilled = true;
      process.kill(pid, 'SIGKILL');
    };
    const arm = () => {
      onAnswered = () => {
        left -= 1;
        if (left === 0) setTimeout(kill, delay);
      };
    };
    const page = await browser.context.newPage();
    if (life === 0) {
      await begin(page, run, ACCOUNT_KEY);
      expect(standIn.setFaults(TENTH)).toMatchObject({ ok: true });
      arm();
    } else {
      arm();
      // Every other browser continues with no page of ours open. In the others a panel is open, and
      // "Resume" is pressed if needed. So too where none was killed: its journal was lost, and the
      // run waits.
      if (life % 2 === 1 || !(await goesOnAlone(browser))) await look(page, () => isKilled);
    }
    await closed;
    onAnswered = () => {};
  }

  const browser = await launchWithExtension({ platformPort: platform.port, profile });
  const page = await browser.context.newPage();
  await openGroup(page, GROUP);
  await goingOn(await openPanel(page), () => isFinished(browser));
  const figures = await expectTruth(standIn, browser, run);
  console.log(`seed ${SEED}: ${JSON.stringify(figures)}`);
  expect(figures.faults, 'there were faults').toBeGreaterThan(UPDATES / 20);
  expect(figures.entries['applied']).toBeGreaterThan(UPDATES * 0.97);
  await browser.close();
});

/** Whether the browser is killed within two minutes with no page of ours open. */
function goesOnAlone({ context }: ExtensionBrowser): Promise<boolean> {
  return context.waitForEvent('close', { timeout: 120_000 }).then(
    () => true,
    () => false,
  );
}

/** Opens the panel and keeps the run going until the browser is killed. */
async function look(page: Page, isKilled: () => boolean): Promise<void> {
  try {
    await openGroup(page, GROUP);
    await goingOn(await openPanel(page), isKilled);
  } catch (error) {
    // Calls to a browser that was killed meanwhile fail.
    if (!isKilled()) throw error;
  }
}

/** The process of the browser that has the profile: its lock is a link to "host-pid". */
async function pidOf(directory: string): Promise<number> {
  const pid = Number((await readlink(join(directory, 'SingletonLock'))).split('-').at(-1));
  if (!Number.isInteger(pid) || pid < 2) throw new Error('the profile has no browser');
  return pid;
}
