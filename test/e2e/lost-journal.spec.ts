import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { begin, GROUP, longRun, TODAY } from '../kills/long-run';
import type { RunningStandIn } from '../platform/serve';
import { ACCOUNT_KEY } from '../platform/stand-in-options';
import { launchWithExtension, openGroup, openPanel } from './extension-browser';
import { test } from './extension-test';
import { openHistory, runsIn } from './history-dialog';
import { beginUpdate, clearTheWay, resultOf, runIsFinished } from './panel';
import { expectState, putsOf } from '../platform/platform-watch';

/*
 * docs/product.md 2.5, "after a browser restart", in the worst case: Chromium found its database
 * damaged and threw it away, as it does after a kill in the middle of a write
 * (lib/journal/run-backups.ts).
 */

const UPDATES = 40;

// The key is remembered, so that a started browser goes on with the run by itself.
test.use({ platformOptions: { generate: UPDATES, today: TODAY, switches: { session: 'refused' } } });

let profile: string;

test.beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'update-credentials-lost-'));
});

test.afterEach(async () => {
  await rm(profile, { recursive: true, force: true });
});

const launch = ({ port }: RunningStandIn) => launchWithExtension({ platformPort: port, profile });
const loseJournal = () => rm(join(profile, 'Default', 'IndexedDB'), { recursive: true });
const putTwice = ({ standIn }: RunningStandIn) => {
  const ids = putsOf(standIn)
    .filter(({ request }) => request.status === 200)
    .map(({ id }) => id);
  return ids.filter((id, at) => ids.indexOf(id) !== at);
};

test(
  'a run whose journal is lost waits in its second copy, says so, and writes and renews nothing twice',
  { tag: '@long' },
  async ({ platform }) => {
    const { standIn } = platform;
    const run = longRun(standIn, UPDATES);
    expect(run.renewals.size, 'some are renewed').toBeGreaterThan(2);
    expect(standIn.setFaults(['slow:ms=400:method=PUT'])).toMatchObject({ ok: true });
    const first = await launch(platform);
    await begin(await first.context.newPage(), run, ACCOUNT_KEY);
    await expect.poll(() => putsOf(standIn).length).toBeGreaterThan(8);
    await first.close();
    expect(putsOf(standIn).length, 'it was in the middle').toBeLessThan(UPDATES);
    await loseJournal();
    expect(standIn.setFaults([])).toMatchObject({ ok: true });

    const sent = putsOf(standIn).length;
    const second = await launch(platform);
    const page = await second.context.newPage();
    await openGroup(page, GROUP);
    const panel = await openPanel(page);
    await expect(panel.getByText('was restored from a second copy')).toBeVisible();
    await expect(panel.getByText('If you had cancelled it, cancel it again.')).toBeVisible();
    const until = putsOf(standIn).length;
    await panel.getByRole('button', { name: 'Resume', exact: true }).click();
    await runIsFinished(panel);
    expect(until, 'nothing was sent until it was resumed').toBe(sent);
    await expect(panel.getByText('was restored from a second copy')).toBeVisible();
    expect(await resultOf(panel)).toEqual({ updated: UPDATES, failed: 0, credits: run.renewals.size });
    expectState(standIn.state(), run.before, run.wanted, run.renewals.size);
    expect(putTwice(platform)).toEqual([]);
    await second.close();
  },
);

test(
  'one that was paused stays so, and one that is over is undone from the history',
  { tag: '@long' },
  async ({ platform }) => {
    const { standIn } = platform;
    const run = longRun(standIn, UPDATES, { renew: false });
    expect(standIn.setFaults(['slow:ms=400:method=PUT'])).toMatchObject({ ok: true });
    const first = await launch(platform);
    const begun = await begin(await first.context.newPage(), run, ACCOUNT_KEY);
    await begun.getByRole('button', { name: 'Pause', exact: true }).click();
    await expect(begun.getByRole('button', { name: 'Resume', exact: true })).toBeVisible();
    await first.close();
    const sent = putsOf(standIn).length;
    expect(sent, 'it was in the middle').toBeLessThan(UPDATES);
    await loseJournal();
    expect(standIn.setFaults([])).toMatchObject({ ok: true });

    const second = await launch(platform);
    const page = await second.context.newPage();
    await openGroup(page, GROUP);
    const panel = await openPanel(page);
    await expect(panel.getByText('was restored from a second copy')).toBeVisible();
    const until = putsOf(standIn).length;
    await panel.getByRole('button', { name: 'Resume', exact: true }).click();
    await runIsFinished(panel);
    expect(until, 'nothing was sent until it was resumed').toBe(sent);
    expectState(standIn.state(), run.before, run.wanted, run.renewals.size);
    expect(putTwice(platform)).toEqual([]);
    await second.close();
    await loseJournal();

    const third = await launch(platform);
    const last = await third.context.newPage();
    await openGroup(last, GROUP);
    const empty = await openPanel(last);
    await expect(empty.getByLabel('Spreadsheet file')).toBeAttached();
    // Its line and its values came back from their copies.
    const history = await openHistory(empty);
    await runsIn(history).first().click();
    await history.getByRole('button', { name: 'Undo this run' }).click();
    await expect(empty.getByRole('grid', { name: 'Changes' })).toBeVisible();
    await clearTheWay(empty);
    await beginUpdate(empty);
    await runIsFinished(empty);
    const old = run.before.credentials.filter(({ id }) => run.wanted.has(id));
    expectState(standIn.state(), run.before, new Map(old.map(({ id, grade }) => [id, { grade }])), 0);
    await third.close();
  },
);
